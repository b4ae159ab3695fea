package dev.curfew.views.shell;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.Attachable;
import dev.curfew.views.kit.Subscriptions;
import dev.curfew.views.kit.Theme;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.kit.dialog.NoticeBar;
import dev.curfew.views.kit.dialog.OverlayPane;
import dev.curfew.views.palette.Commands;
import dev.curfew.views.palette.PaletteItem;
import dev.curfew.views.palette.PaletteProvider;
import dev.curfew.views.palette.PaletteView;
import dev.curfew.views.palette.PaletteViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.util.Subscription;

/** The whole window's content. The overlay pane it fills is the scene's root. */
public final class ShellView implements Attachable {
    /** In the text's size: narrower, and the heads of the pages would not fit beside the rail. */
    private static final double ROOM_FOR_RAIL = 64;

    private final List<Screen> screens;
    private final Navigator navigator;
    private final ShellViewModel model;
    private final Theme theme;
    private final Ui ui;
    private final PageHost pages;
    private final Rail rail;
    private final TopBar top;
    private final StatusBar status;
    private final PaletteView palette;
    private final BorderPane frame;

    /**
     * @param screens only those that exist, in the order of the navigation
     * @param finders what the palette finds besides the window's own commands
     */
    public ShellView(
            List<Screen> screens,
            Navigator navigator,
            ShellViewModel model,
            ShellActions actions,
            List<PaletteProvider> finders,
            Theme theme,
            OverlayPane root,
            NoticeBar notices,
            Ui ui) {
        this.screens = List.copyOf(screens);
        this.navigator = navigator;
        this.model = model;
        this.theme = theme;
        this.ui = ui;
        pages = new PageHost(navigator, ui);
        rail = new Rail(this.screens, model, navigator, ui);
        List<PaletteProvider> providers = new ArrayList<>(finders);
        providers.add(new Commands(this::commands));
        palette = new PaletteView(new PaletteViewModel(providers, ui.tasks()), ui);
        top = new TopBar(model, actions, theme, palette::open, this::showKeys, ui);
        status = new StatusBar(model, ui);
        notices.setContent(pages);
        frame = new BorderPane(notices, top, null, status, rail);
        frame.getStyleClass().add("frame");
        new ShellKeys(this.screens, pages, navigator, model, theme, palette::open, this::showKeys)
                .install(frame);
        root.setContent(frame);
    }

    /** Puts something of the application's own into the status bar. */
    public void addToStatus(Node node) {
        status.add(node);
    }

    @Override
    public Subscription attached() {
        Subscriptions leaving = new Subscriptions();
        screens.forEach(
                screen -> leaving.add(screen.present().subscribe(_ -> leaveIfGone(screen))));
        return new Subscriptions()
                .add(pages::leave)
                .add(leaving)
                .add(frame.widthProperty().subscribe(_ -> fitRail()))
                .add(rail.textSize().subscribe(_ -> fitRail()))
                .add(top.attached())
                .add(rail.attached())
                .add(status.attached())
                .add(navigator.hereProperty().subscribe(this::show));
    }

    private void fitRail() {
        if (frame.getWidth() > 0) {
            model.setNarrow(frame.getWidth() < ROOM_FOR_RAIL * rail.textSize().getValue());
        }
    }

    /** A screen that is no more is left for the first one. */
    private void leaveIfGone(Screen screen) {
        boolean here =
                navigator
                        .hereProperty()
                        .get()
                        .filter(at -> at.screen().equals(screen.id()))
                        .isPresent();
        if (here && !screen.isPresent()) {
            navigator.go(screens.getFirst().id());
        }
    }

    private void show(Optional<Location> here) {
        here.ifPresent(location ->
                screens.stream()
                        .filter(screen -> screen.id().equals(location.screen()))
                        .filter(Screen::isPresent)
                        .findFirst()
                        .ifPresent(screen -> pages.show(screen, location.argument())));
    }

    private void showKeys() {
        KeysCard.open(ui);
    }

    private List<PaletteItem> commands() {
        String go = ui.text("palette.group.go");
        String window = ui.text("palette.group.window");
        List<PaletteItem> commands = new ArrayList<>();
        for (Screen screen : screens.stream().filter(Screen::isPresent).toList()) {
            commands.add(
                    PaletteItem.command(
                            "go." + screen.id(),
                            go,
                            screen.icon(),
                            screen.title(),
                            "",
                            () -> navigator.go(screen.id())));
        }
        commands.add(command("readNow", window, AppIcon.REFRESH, Shortcut.READ_NOW, this::readNow));
        commands.add(command("export", window, AppIcon.EXPORT, Shortcut.EXPORT, this::export));
        commands.add(command("contain", window, AppIcon.CONTAIN, Shortcut.CONTAIN, this::contain));
        commands.add(
                PaletteItem.command(
                        "theme", window, AppIcon.THEME, ui.text("shell.theme"), "", theme::toggle));
        commands.add(
                command("rail", window, AppIcon.CHEVRON_LEFT, Shortcut.RAIL, model::toggleRail));
        commands.add(command("keys", window, AppIcon.KEYS, Shortcut.HELP, this::showKeys));
        return commands;
    }

    private PaletteItem command(
            String id, String group, AppIcon icon, Shortcut shortcut, Runnable run) {
        return PaletteItem.command(id, group, icon, shortcut.text(ui), shortcut.display(ui), run);
    }

    private void readNow() {
        pages.current().ifPresent(Page::readNow);
    }

    private void contain() {
        pages.current().ifPresent(Page::contain);
    }

    private void export() {
        pages.current().ifPresent(Page::export);
    }
}
