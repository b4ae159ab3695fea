package dev.curfew.views.demo;

import dev.curfew.icons.AppIcon;
import dev.curfew.text.Texts;
import dev.curfew.views.kit.Ages;
import dev.curfew.views.kit.PlatformFxThread;
import dev.curfew.views.kit.TaskState;
import dev.curfew.views.kit.Theme;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.kit.dialog.NoticeBar;
import dev.curfew.views.kit.dialog.OverlayPane;
import dev.curfew.views.kit.dialog.WindowDialogs;
import dev.curfew.views.palette.PaletteItem;
import dev.curfew.views.shell.ConnectionState;
import dev.curfew.views.shell.Health;
import dev.curfew.views.shell.Navigator;
import dev.curfew.views.shell.RailCount;
import dev.curfew.views.shell.Screen;
import dev.curfew.views.shell.ShellState;
import dev.curfew.views.shell.ShellView;
import dev.curfew.views.shell.ShellViewModel;
import dev.curfew.views.testing.InlineTasks;
import dev.curfew.views.testing.MemoryColumns;
import dev.curfew.views.testing.TestUi;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;

/** The whole window, composed by hand as the application does it. */
final class DemoWindow {
    final OverlayPane root = new OverlayPane(TestUi.texts());
    final Navigator navigator = new Navigator();
    final InlineTasks tasks = new InlineTasks();
    final ShellViewModel model = new ShellViewModel(tasks);
    final Theme theme = new Theme(new SimpleObjectProperty<>(ColorScheme.DARK));
    final DemoDesk desk = new DemoDesk();
    final NoticeBar notices = new NoticeBar(new PlatformFxThread(), TestUi.texts());
    final Ui ui;
    final DemoPage workloads;
    final ShellView shell;

    DemoWindow(int rows) {
        Texts texts = TestUi.texts();
        ui =
                new Ui(
                        texts,
                        tasks,
                        new WindowDialogs(root, notices, desk, texts),
                        root,
                        new Ages(texts, TestUi.CLOCK),
                        action -> Subscription.EMPTY,
                        new MemoryColumns());
        workloads = new DemoPage(ui, rows);
        shell =
                new ShellView(
                        screens(),
                        navigator,
                        model,
                        new DemoActions(),
                        List.of((text, most) ->
                                Stream.of("web-researcher", "web-proxy")
                                        .filter(name -> name.startsWith(text))
                                        .map(this::found)
                                        .toList()),
                        theme,
                        root,
                        notices,
                        ui);
        navigator.go("workloads");
        model.update(state(Optional.of(TestUi.NOW.plusSeconds(14 * 60 + 37))));
        tasks.pretend(List.of(new TaskState(1, "Scan acme.test", "31 of 46", 0.66, () -> {})));
    }

    private PaletteItem found(String name) {
        return PaletteItem.object(
                name,
                "Workloads",
                AppIcon.WORKLOADS,
                name,
                "spiffe://acme.test/agents/" + name,
                () -> navigator.go("workloads"));
    }

    private List<Screen> screens() {
        return List.of(
                screen("overview", "Overview", AppIcon.OVERVIEW, "", RailCount.NONE),
                new Screen(
                        "workloads",
                        "Workloads",
                        AppIcon.WORKLOADS,
                        "Inventory",
                        new SimpleObjectProperty<>(RailCount.of("46")),
                        () -> workloads),
                screen(
                        "nodes",
                        "Nodes (SPIRE agents)",
                        AppIcon.NODES,
                        "Inventory",
                        RailCount.of("9")),
                screen(
                        "findings",
                        "Findings",
                        AppIcon.FINDINGS,
                        "Governance",
                        new RailCount("23", Tone.DANGER)),
                screen(
                        "authorities",
                        "Authorities & federation",
                        AppIcon.AUTHORITIES,
                        "Platform",
                        RailCount.NONE),
                screen(
                        "connections",
                        "Connections",
                        AppIcon.CONNECTIONS,
                        "Platform",
                        RailCount.of("3")),
                screen("journal", "Journal", AppIcon.JOURNAL, "Platform", RailCount.NONE));
    }

    private Screen screen(String id, String title, AppIcon icon, String group, RailCount count) {
        return new Screen(
                id,
                title,
                icon,
                group,
                new SimpleObjectProperty<>(count),
                () -> new DemoBlocks(ui));
    }

    static ShellState state(Optional<Instant> armedUntil) {
        return new ShellState(
                List.of(
                        connection("spire-a", "acme.test", Health.UP, 4, armedUntil),
                        connection(
                                "spire.partner", "partner.test", Health.UP, 31, Optional.empty()),
                        connection("lab", "", Health.NO_ANSWER, 0, Optional.empty())),
                List.of(),
                Optional.of(TestUi.NOW.minusSeconds(23)),
                Optional.of(new ShellState.OldSource("lab", TestUi.NOW.minusSeconds(153))),
                Optional.of(new ShellState.ServerClock("spire-a", Duration.ofMillis(400))));
    }

    private static ConnectionState connection(
            String name, String domain, Health health, int millis, Optional<Instant> armed) {
        return new ConnectionState(
                name,
                domain,
                health,
                health == Health.UP ? Optional.empty() : Optional.of(TestUi.NOW.minusSeconds(130)),
                Optional.of(Duration.ofMillis(millis)),
                armed,
                "");
    }
}
