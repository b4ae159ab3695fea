package dev.curfew.views.backends;

import dev.curfew.estate.BackendEstate;
import dev.curfew.outcome.Outcome;
import dev.curfew.policy.LoggedDecision;
import dev.curfew.policy.LoggedDecision.Wanted;
import dev.curfew.policy.PolicyCapability;
import dev.curfew.policy.PolicyChange;
import dev.curfew.policy.PolicyKind;
import dev.curfew.views.backends.LogPages.Page;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Overlays;
import dev.curfew.views.kit.Segments;
import dev.curfew.views.kit.Tasks.Running;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.kit.dialog.ModalCard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/**
 * What one policy backend tells, above the page: its decisions, its changes, its model, as far as
 * it has them, each read when it is looked at first; and what it answers to a question.
 */
public final class BackendLook {
    private static final int PAGE = 200;

    /** A backend's clock may run ahead of ours. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final List<Duration> PERIODS =
            List.of(Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(24));

    private final BackendLooks looks;
    private final BackendEstate backend;
    private final Ui ui;
    private final List<String> names = new ArrayList<>();
    private final List<Node> parts = new ArrayList<>();
    private final List<Runnable> begins = new ArrayList<>();
    private final List<Node> focuses = new ArrayList<>();
    private final StackPane body = new StackPane();
    private Subscription attached = Subscription.EMPTY;
    private Duration period = PERIODS.get(1);
    private long told;
    private Overlays.Open open = () -> {};

    private BackendLook(BackendLooks looks, BackendEstate backend, Ui ui) {
        this.looks = looks;
        this.backend = backend;
        this.ui = ui;
    }

    /** Whether there is anything to look at. */
    public static boolean isOffered(BackendEstate backend) {
        return backend.can(PolicyCapability.CHECK)
                || backend.can(PolicyCapability.DECISIONS)
                || backend.can(PolicyCapability.CHANGES)
                || backend.can(PolicyCapability.MODEL);
    }

    public static void open(BackendLooks looks, BackendEstate backend, Ui ui) {
        new BackendLook(looks, backend, ui).show();
    }

    private void show() {
        if (backend.can(PolicyCapability.DECISIONS)) {
            decisions();
        }
        if (backend.can(PolicyCapability.CHANGES)) {
            changes();
        }
        if (backend.can(PolicyCapability.MODEL)) {
            ModelTab model = new ModelTab(looks, backend.name(), ui);
            attached = attached.and(model.attached());
            add(ui.text("backends.look.model"), model, model::read, model.firstFocus());
        }
        if (backend.can(PolicyCapability.CHECK)) {
            AskTab ask = new AskTab(looks, backend.name(), ui);
            attached = attached.and(ask.attached());
            add(ui.text("backends.look.ask"), ask, () -> {}, ask.firstFocus());
        }
        VBox content = new VBox(body);
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox.setVgrow(content, Priority.ALWAYS);
        if (names.size() > 1) {
            content.getChildren()
                    .addFirst(
                            new Segments(
                                    "backend-look",
                                    ui.text("backends.look.part"),
                                    names,
                                    this::choose));
        }
        String title = ui.text("backends.look.title", backend.name());
        ModalCard card =
                new ModalCard(
                        title,
                        content,
                        Buttons.text(
                                "backend-look-close", ui.text("backends.look.close"), this::close));
        card.getStyleClass().add("look-card");
        choose(0);
        open =
                ui.overlays()
                        .show(
                                new Overlays.Overlay(
                                        "backend-look-card",
                                        title,
                                        card,
                                        focuses.getFirst(),
                                        Overlays.Placement.QUESTION,
                                        () -> attached.unsubscribe()));
    }

    private void close() {
        attached.unsubscribe();
        open.close();
    }

    private void add(String name, Node part, Runnable begin, Node focus) {
        names.add(name);
        parts.add(part);
        begins.add(begin);
        focuses.add(focus);
    }

    private void choose(int index) {
        parts.forEach(part -> part.setVisible(part == parts.get(index)));
        body.getChildren().setAll(parts.get(index));
        Runnable begin = begins.set(index, () -> {});
        begin.run();
    }

    private void decisions() {
        LogPages<LoggedDecision> pages = new LogPages<>(this::readDecisions, true, ui.ages()::now);
        Segments periods =
                new Segments(
                        "backend-decisions-period",
                        ui.text("backends.look.period"),
                        PERIODS.stream().map(ui.ages()::rough).toList(),
                        index -> {
                            period = PERIODS.get(index);
                            pages.begin();
                        });
        periods.choose(PERIODS.indexOf(period));
        LogTab<LoggedDecision> tab =
                new LogTab<>(
                        "backend-decisions",
                        pages,
                        LogColumns.decisions(ui),
                        row -> row.call() + row.principal() + row.action() + row.resource(),
                        this::toldOfDecisions,
                        List.of(
                                ui.text("backends.look.decisions.none"),
                                ui.text("backends.look.decisions.late")),
                        ui,
                        periods);
        attached = attached.and(tab.attached());
        add(ui.text("backends.look.decisions"), tab, pages::begin, tab.firstFocus());
    }

    private Running readDecisions(String before, Consumer<Outcome<Page<LoggedDecision>>> done) {
        Instant now = ui.ages().now();
        Instant to = before.isEmpty() ? now.plus(AHEAD) : Instant.parse(before);
        return looks.decisions(
                backend.name(),
                new Wanted(now.minus(period), to, Optional.empty(), PAGE),
                log ->
                        done.accept(
                                log.map(read ->
                                        new Page<>(
                                                read.entries(),
                                                read.entries().isEmpty()
                                                        ? before
                                                        : read.entries().getLast().at().toString(),
                                                !read.whole()))));
    }

    private String toldOfDecisions(LogPages.State<LoggedDecision> now) {
        String counted =
                ui.text(
                        "backends.look.decisions.status",
                        now.rows().size(),
                        ui.ages().rough(period),
                        ui.ages().since(now.readAt().orElseThrow()));
        return (now.more() ? counted + " " + ui.text("backends.look.older") : counted)
                + " "
                + ui.text("backends.look.decisions.late");
    }

    private void changes() {
        LogPages<ChangeRow> pages = new LogPages<>(this::readChanges, false, ui.ages()::now);
        LogTab<ChangeRow> tab =
                new LogTab<>(
                        "backend-changes",
                        pages,
                        LogColumns.changes(ui),
                        row -> String.valueOf(row.number()),
                        this::toldOfChanges,
                        List.of(ui.text("backends.look.changes.none"), since()),
                        ui);
        attached = attached.and(tab.attached());
        add(ui.text("backends.look.changes"), tab, pages::begin, tab.firstFocus());
    }

    private Running readChanges(String from, Consumer<Outcome<Page<ChangeRow>>> done) {
        return looks.changes(
                backend.name(),
                from,
                page ->
                        done.accept(
                                page.map(read ->
                                        new Page<>(
                                                numbered(read.changes()),
                                                read.next(),
                                                !read.changes().isEmpty()))));
    }

    private List<ChangeRow> numbered(List<PolicyChange> changes) {
        return changes.stream().map(change -> new ChangeRow(++told, change)).toList();
    }

    private String toldOfChanges(LogPages.State<ChangeRow> now) {
        return ui.text(
                        "backends.look.changes.status",
                        now.rows().size(),
                        ui.ages().since(now.readAt().orElseThrow()))
                + " "
                + since();
    }

    private String since() {
        return backend.profile().target().kind() == PolicyKind.SPICEDB
                ? ui.text("backends.look.changes.fromNow")
                : ui.text("backends.look.changes.all");
    }
}
