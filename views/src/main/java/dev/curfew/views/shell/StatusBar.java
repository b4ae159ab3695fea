package dev.curfew.views.shell;

import dev.curfew.views.kit.Attachable;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.OverflowRow;
import dev.curfew.views.kit.StatusDot;
import dev.curfew.views.kit.Subscriptions;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.shell.ShellState.ServerClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/** The facts that must always be in sight: is it there, what runs, how old, whose time. */
final class StatusBar extends HBox implements Attachable {
    private static final Duration WORTH_WARNING = Duration.ofSeconds(5);

    private final Ui ui;
    private final ShellViewModel model;
    private final Label more = Labels.whole("", "caption");
    private final OverflowRow connections = new OverflowRow(1.1, more, this::describeHidden);
    private final TaskIndicator tasks;
    private final OverflowRow times = new OverflowRow(1, new Region(), hidden -> {});

    StatusBar(ShellViewModel model, Ui ui) {
        this.ui = ui;
        this.model = model;
        this.tasks = new TaskIndicator(ui);
        setId("status");
        getStyleClass().add("status-bar-row");
        getChildren().setAll(connections, tasks, Labels.gap(), times);
    }

    /** Something of the application's own, beside the running tasks. */
    void add(Node node) {
        getChildren().add(getChildren().indexOf(tasks) + 1, node);
    }

    @Override
    public Subscription attached() {
        return new Subscriptions()
                .add(model.stateProperty().subscribe(this::show))
                .add(ui.ticker().everySecond(() -> show(model.stateProperty().get())));
    }

    /** With little room connections give way first; times only when the text is very large. */
    @Override
    protected void layoutChildren() {
        double needed = times.prefWidth(-1) + tasks.prefWidth(-1) * 1.4;
        times.setMinWidth(getWidth() > needed ? USE_PREF_SIZE : 0);
        super.layoutChildren();
    }

    private void show(ShellState state) {
        connections.setItems(state.connections().stream().map(this::connection).toList());
        tasks.show(state.tasks());
        showTimes(state);
    }

    private Node connection(ConnectionState connection) {
        HBox node =
                new HBox(
                        new StatusDot(connection.health().tone(), connection.health().shape()),
                        Labels.whole(connection.name()),
                        Labels.whole(state(connection), "caption"));
        node.getStyleClass().add("status-connection");
        node.setUserData(connection);
        return node;
    }

    /** A hidden connection that does not do well must not go unnoticed. */
    private void describeHidden(List<Node> hidden) {
        boolean all = hidden.size() == connections.items().size();
        String count = ui.text(all ? "shell.connections" : "shell.moreConnections", hidden.size());
        StringBuilder words = new StringBuilder();
        boolean troubled = false;
        for (Node node : hidden) {
            if (node.getUserData() instanceof ConnectionState connection) {
                troubled |= connection.health() != Health.UP;
                words.append(connection.name()).append(": ").append(state(connection)).append('\n');
            }
        }
        (troubled ? Tone.WARNING : Tone.MUTED).on(more);
        more.setText(troubled ? ui.text("shell.moreTroubled", count) : count);
        more.setTooltip(new Tooltip(words.toString().strip()));
    }

    /** "4 ms", or "no answer, 2 m 10 s". */
    private String state(ConnectionState connection) {
        if (connection.health() == Health.UP && connection.latency().isPresent()) {
            return ui.ages().latency(connection.latency().get());
        }
        String word = ui.text(connection.health().textKey());
        return connection
                .since()
                .map(since -> ui.text("shell.since", word, ui.ages().since(since)))
                .orElse(word);
    }

    private void showTimes(ShellState state) {
        List<Label> shown = new ArrayList<>();
        state.dataReadAt()
                .ifPresent(readAt -> {
                    String age = ui.ages().since(readAt);
                    shown.add(
                            Labels.whole(
                                    state.oldest()
                                            .map(old ->
                                                    ui.text(
                                                            "shell.dataAgeOldest",
                                                            age,
                                                            old.name(),
                                                            ui.ages().since(old.readAt())))
                                            .orElseGet(() -> ui.text("shell.dataAge", age)),
                                    "caption"));
                });
        state.clock().ifPresent(clock -> shown.addAll(clock(clock)));
        times.setItems(
                shown.stream()
                        .map(label -> new HBox(new Separator(Orientation.VERTICAL), label))
                        .peek(part -> part.getStyleClass().add("status-part"))
                        .toList());
    }

    private List<Label> clock(ServerClock clock) {
        double seconds = clock.skew().toMillis() / 1000.0;
        String signed = String.format(Locale.ROOT, "%+.1f", seconds);
        boolean large = clock.skew().abs().compareTo(WORTH_WARNING) > 0;
        Label skew =
                Labels.whole(
                        ui.text(large ? "shell.skewLarge" : "shell.skew", signed),
                        large ? "tone-warning" : "caption");
        skew.setTooltip(new Tooltip(ui.text("shell.skew.hint", clock.server())));
        Label time =
                Labels.whole(
                        ui.text(
                                "shell.serverTime",
                                ui.ages().withZone(ui.ages().now().plus(clock.skew()))),
                        "server-time");
        return List.of(skew, time);
    }
}
