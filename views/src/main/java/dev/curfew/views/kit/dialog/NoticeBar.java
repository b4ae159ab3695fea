package dev.curfew.views.kit.dialog;

import dev.curfew.icons.AppIcon;
import dev.curfew.text.Texts;
import dev.curfew.views.kit.FxThread;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.Tone;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.text.Text;
import org.controlsfx.control.NotificationPane;
import org.controlsfx.control.action.Action;

/** Shows notes above the page, the newest in place of the last one, and hides them by itself. */
public final class NoticeBar extends NotificationPane {
    private static final Duration SHOWN = Duration.ofSeconds(6);

    private final FxThread fx;
    private final String closeName;
    private long lastShown;

    public NoticeBar(FxThread fx, Texts texts) {
        this.fx = fx;
        setShowFromTop(false);
        // It is a frame around the page: the focus has nothing to do there.
        setFocusTraversable(false);
        setCloseButtonVisible(true);
        closeName = texts.get("kit.notice.close");
    }

    /** ControlsFX makes its button late, and gives it no name. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        Node button = lookup(".close-button");
        if (button != null) {
            button.setAccessibleText(closeName);
        }
    }

    public void show(Notice notice) {
        long mine = ++lastShown;
        Text icon = iconOf(notice.tone()).view();
        notice.tone().on(icon);
        setGraphic(icon);
        getActions().setAll(notice.action().map(this::asAction).stream().toList());
        show(notice.text());
        fx.runAfter(
                SHOWN,
                () -> {
                    if (mine == lastShown) {
                        hide();
                    }
                });
    }

    /** The words of the note on show; for tests and screen readers. */
    public List<String> words() {
        return isShowing() ? List.of(getText()) : List.of();
    }

    private Action asAction(Notice.Action action) {
        return new Action(
                action.label(),
                event -> {
                    hide();
                    action.run().run();
                });
    }

    private static AppIcon iconOf(Tone tone) {
        return switch (tone) {
            case SUCCESS -> AppIcon.DONE;
            case WARNING -> AppIcon.WARNING;
            case DANGER -> AppIcon.ERROR;
            case NEUTRAL, MUTED, ACCENT -> AppIcon.INFO;
        };
    }
}
