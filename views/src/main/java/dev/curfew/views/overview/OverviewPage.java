package dev.curfew.views.overview;

import dev.curfew.estate.Estate;
import dev.curfew.estate.Link;
import dev.curfew.estate.Reading;
import dev.curfew.estate.ServerEstate;
import dev.curfew.icons.AppIcon;
import dev.curfew.outcome.Failure;
import dev.curfew.views.containments.CountdownCard;
import dev.curfew.views.delegation.FindingsCard;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Banner;
import dev.curfew.views.kit.Block;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.EmptyState;
import dev.curfew.views.kit.Explanations;
import dev.curfew.views.kit.PageBody;
import dev.curfew.views.kit.SideBySide;
import dev.curfew.views.kit.Subscriptions;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.shell.Navigator;
import dev.curfew.views.shell.Page;
import dev.curfew.views.shell.Places;
import dev.curfew.views.shell.ShellActions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The first screen: what can be issued, to whom, and until when. */
public final class OverviewPage implements Page {
    private final Ui ui;
    private final EstateModel estate;
    private final OverviewViewModel model;
    private final ShellActions shell;
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private final Banner banner;
    private final FiguresBlock figures;
    private final HorizonCard horizon;
    private final NotableCard notables;
    private final Block unfinished;
    private final CountdownCard countdowns;
    private final FindingsCard findings;
    private final SlotsCard slots;
    private final ConnectionsCard connections;
    private final VBox right = new VBox();
    private final VBox below = new VBox();
    private final Node first;
    private final Node second;
    private final ActionButton read;
    private final EmptyState empty;
    private final PageBody body = new PageBody();

    /**
     * @param unfinished what is to be gone on with, above all else
     */
    public OverviewPage(
            OverviewViewModel model,
            EstateModel estate,
            Navigator navigator,
            ShellActions shell,
            Block unfinished,
            CountdownCard countdowns,
            FindingsCard findings,
            Ui ui) {
        this.ui = ui;
        this.unfinished = unfinished;
        this.countdowns = countdowns;
        this.findings = findings;
        this.estate = estate;
        this.model = model;
        this.shell = shell;
        banner = new Banner("overview-banner", ui);
        figures = new FiguresBlock(navigator, ui);
        horizon = new HorizonCard(navigator, ui);
        notables = new NotableCard(navigator, ui);
        slots = new SlotsCard(navigator, ui);
        connections = new ConnectionsCard(estate, navigator, ui);
        // What was contained and can still act comes before what only might.
        right.getChildren().setAll(countdowns.node(), notables.node());
        right.getStyleClass().add("flow-column");
        below.getChildren().setAll(findings.node(), connections.node());
        below.getStyleClass().add("flow-column");
        VBox.setVgrow(connections.node(), Priority.ALWAYS);
        VBox.setVgrow(notables.node(), Priority.ALWAYS);
        first = new SideBySide(horizon.node(), right, 0.55);
        VBox.setVgrow(first, Priority.SOMETIMES);
        second = new SideBySide(slots.node(), below, 0.55);
        read =
                Buttons.of(
                        "overview-read",
                        AppIcon.REFRESH,
                        ui.text("shell.readNow"),
                        ui.text("overview.read.key"),
                        this::readNow);
        empty =
                new EmptyState(
                        AppIcon.CONNECTIONS,
                        ui.text("overview.noServer"),
                        ui.text("overview.noServer.hint"),
                        Buttons.main(
                                Buttons.text(
                                        "overview-connect",
                                        ui.text("overview.noServer.connect"),
                                        () -> navigator.go(Places.CONNECTIONS))));
    }

    @Override
    public Node body() {
        return body;
    }

    @Override
    public ObservableValue<String> subtitle() {
        return subtitle.getReadOnlyProperty();
    }

    @Override
    public List<Node> actions() {
        return List.of(read);
    }

    @Override
    public void readNow() {
        estate.server().ifPresent(server -> shell.readNow(server.name()));
    }

    @Override
    public Subscription attached() {
        return new Subscriptions()
                .add(model.reportProperty().subscribe(this::show))
                .add(estate.estateProperty().subscribe(this::showConnections))
                .add(estate.currentProperty().subscribe(() -> showConnections(all())))
                .add(unfinished.attached())
                .add(countdowns.attached())
                .add(findings.attached())
                .add(model.attached())
                .add(ui.ticker().everySecond(this::tick));
    }

    private Estate all() {
        return estate.estateProperty().get();
    }

    private void tick() {
        model.tick();
        estate.server().ifPresent(this::showSubtitle);
    }

    private void showConnections(Estate now) {
        connections.show(now);
        estate.server().ifPresent(this::showBanner);
    }

    private void show(Optional<OverviewReport> report) {
        read.refuse(estate.server().isPresent() ? "" : ui.text("overview.noServer"));
        report.ifPresentOrElse(
                this::show,
                () -> {
                    subtitle.set(ui.text("overview.subtitle"));
                    body.setBlocks(unfinished.node(), empty, findings.node());
                });
    }

    private void show(OverviewReport report) {
        showSubtitle(report.server());
        figures.show(report);
        horizon.show(report);
        notables.show(report);
        slots.show(report);
        if (findings.node().getParent() != below) {
            below.getChildren().addFirst(findings.node());
        }
        body.setBlocks(banner, unfinished.node(), figures.node(), first, second);
    }

    private void showSubtitle(ServerEstate server) {
        subtitle.set(
                server.oldestReading()
                        .map(at ->
                                ui.text(
                                        "overview.subtitle.read",
                                        ui.ages().at(at),
                                        ui.ages().since(at)))
                        .orElseGet(() -> ui.text("overview.subtitle")));
    }

    private void showBanner(ServerEstate server) {
        if (server.link() instanceof Link.Down(var why, var since, _)) {
            banner.fail(Explanations.of(why), this::readNow);
            return;
        }
        firstFailure(server)
                .ifPresentOrElse(
                        why ->
                                banner.warn(
                                        ui.text("overview.partial"),
                                        Explanations.of(why).asParagraph(),
                                        Optional.empty()),
                        banner::hide);
    }

    private static Optional<Failure> firstFailure(ServerEstate server) {
        return Stream.<Reading<?>>of(
                        server.entries(), server.nodes(), server.authorities(), server.federation())
                .flatMap(reading -> reading.failure().stream())
                .findFirst();
    }
}
