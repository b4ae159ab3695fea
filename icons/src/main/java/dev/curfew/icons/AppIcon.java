package dev.curfew.icons;

import javafx.scene.text.Text;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** Every icon of the window by what it means here, so that one meaning keeps one picture. */
public enum AppIcon {
    OVERVIEW(Material2AL.DASHBOARD),
    WORKLOADS(Material2MZ.MEMORY),
    NODES(Material2AL.DNS),
    CREDENTIALS(Material2MZ.VPN_KEY),
    DELEGATION(Material2AL.ACCOUNT_TREE),
    POLICY(Material2MZ.POLICY),
    FINDINGS(Material2MZ.WARNING),
    GOVERNANCE(Material2AL.GRID_ON),
    CONTAINMENTS(Material2AL.BLOCK),
    AUTHORITIES(Material2MZ.VERIFIED_USER),
    FEDERATION(Material2MZ.PUBLIC),
    CONNECTIONS(Material2MZ.SETTINGS_ETHERNET),
    JOURNAL(Material2MZ.RECEIPT_LONG),
    LAB(Material2MZ.SCHOOL),
    SETTINGS(Material2MZ.SETTINGS),

    SEARCH(Material2MZ.SEARCH),
    FILTER(Material2AL.FILTER_LIST),
    COLUMNS(Material2MZ.VIEW_COLUMN),
    SAVED(Material2MZ.STAR_BORDER),
    REFRESH(Material2MZ.REFRESH),
    SCANNING(Material2MZ.SYNC),
    EXPORT(Material2AL.GET_APP),
    IMPORT(Material2MZ.PUBLISH),
    COPY(Material2AL.CONTENT_COPY),
    COMMAND_LINE(Material2AL.CODE),
    OPEN(Material2MZ.OPEN_IN_NEW),
    FOLDER(Material2AL.FOLDER_OPEN),
    HELP(Material2AL.HELP_OUTLINE),
    KEYS(Material2AL.KEYBOARD),
    THEME(Material2AL.BRIGHTNESS_MEDIUM),
    NOTIFICATIONS(Material2MZ.NOTIFICATIONS_NONE),
    PERSON(Material2MZ.PERSON_OUTLINE),

    LOCK(Material2AL.LOCK),
    LOCK_OUTLINE(Material2OutlinedAL.LOCK),
    ARMED(Material2OutlinedAL.LOCK_OPEN),
    TIGHTEN(Material2MZ.TIMER),
    CONTAIN(Material2AL.BLOCK),
    DELETE(Material2AL.DELETE_OUTLINE),
    BAN(Material2MZ.REMOVE_CIRCLE_OUTLINE),
    EVICT(Material2AL.EXIT_TO_APP),
    ROTATE(Material2AL.AUTORENEW),
    UNDO(Material2MZ.UNDO),
    RESTORE(Material2MZ.SETTINGS_BACKUP_RESTORE),
    EDIT(Material2AL.EDIT),
    ADD(Material2AL.ADD),
    REMOVE(Material2MZ.REMOVE),
    CLOSE(Material2AL.CLOSE),
    MORE(Material2MZ.MORE_HORIZ),
    RUN(Material2MZ.PLAY_ARROW),
    PAUSE(Material2MZ.PAUSE),
    STOP(Material2MZ.STOP),

    BACK(Material2AL.ARROW_BACK),
    FORWARD(Material2AL.ARROW_FORWARD),
    CHEVRON_LEFT(Material2AL.CHEVRON_LEFT),
    CHEVRON_RIGHT(Material2AL.CHEVRON_RIGHT),
    CHEVRON_DOWN(Material2AL.EXPAND_MORE),
    CHEVRON_UP(Material2AL.EXPAND_LESS),
    MENU_ARROW(Material2AL.ARROW_DROP_DOWN),
    ASCENDING(Material2AL.ARROW_UPWARD),
    DESCENDING(Material2AL.ARROW_DOWNWARD),

    INFO(Material2OutlinedAL.INFO),
    CHECK(Material2AL.CHECK),
    DONE(Material2AL.CHECK_CIRCLE),
    WARNING(Material2MZ.WARNING),
    ERROR(Material2AL.ERROR_OUTLINE),
    SENT(Material2AL.ARROW_UPWARD),
    WAITING(Material2MZ.MORE_HORIZ),
    RESIDUAL(Material2MZ.TIMELAPSE),
    REVERTED(Material2MZ.REPLAY),
    UNKNOWN(Material2AL.HELP_OUTLINE),
    CRITICAL(Material2MZ.REPORT),
    EXPIRY(Material2MZ.SCHEDULE),

    PROCESS(Material2AL.FACE),
    CONTAINER(Material2AL.INBOX),
    NODE_BOUND(Material2AL.DNS),
    UNBOUND(Material2OutlinedAL.HELP_OUTLINE),
    CLOUD(Material2OutlinedAL.CLOUD),
    DATA(Material2MZ.STORAGE),
    LINK(Material2AL.LINK),
    SHARED(Material2OutlinedMZ.PEOPLE),

    OBSERVED(Material2AL.FIBER_MANUAL_RECORD),
    DECLARED(Material2AL.EDIT),
    NOT_SEEN(Material2MZ.RADIO_BUTTON_UNCHECKED);

    private final Ikon glyph;

    AppIcon(Ikon glyph) {
        this.glyph = glyph;
    }

    /**
     * A new node of this icon. Size and colour come from the stylesheet ({@code -fx-icon-size},
     * {@code -fx-icon-color} on {@code .ikonli-font-icon}); JavaFX thread only.
     */
    public Text view(String... styleClasses) {
        FontIcon icon = new FontIcon(glyph);
        icon.getStyleClass().addAll(styleClasses);
        // The glyph is a private character of the icon font: a screen reader must not spell it.
        icon.setAccessibleText("");
        return icon;
    }
}
