package dev.curfew.views.connections;

import dev.curfew.estate.BackendEstate;
import dev.curfew.estate.GrantView;
import dev.curfew.estate.Reading;
import dev.curfew.icons.AppIcon;
import dev.curfew.policy.PolicyCapability;
import dev.curfew.policy.PolicyKind;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicyWarning;
import dev.curfew.text.Explanation;
import dev.curfew.views.backends.BackendWords;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.DetailsPanel;
import dev.curfew.views.kit.Explanations;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Origin;
import dev.curfew.views.kit.Provenance;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Everything known of one policy backend. */
final class BackendDetails {
    private static final int MOST_NAMED = 12;

    private final Ui ui;

    BackendDetails(Ui ui) {
        this.ui = ui;
    }

    /** Beside how it does; empty before it has answered. */
    Optional<Node> version(BackendRow row) {
        return row.backend()
                .filter(known -> !known.capabilities().isEmpty())
                .map(known ->
                        fact(
                                "connections.backend.version",
                                known.version()
                                        .orElseGet(() -> ui.text("connections.backend.untold"))));
    }

    /** What is dangerous about how it is set up; loud. */
    List<Node> warnings(BackendRow row) {
        List<Node> all = new ArrayList<>();
        row.warnings().forEach(warning -> all.add(warning(row, warning)));
        return all;
    }

    private Node warning(BackendRow row, PolicyWarning warning) {
        Label words = Labels.wrapped(BackendWords.warning(warning, row.profile()));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = Tone.WARNING.on(new HBox(AppIcon.WARNING.view(), words));
        line.getStyleClass().add("banner");
        return line;
    }

    List<Node> sections(BackendRow row) {
        List<Node> sections = new ArrayList<>();
        sections.add(what(row.profile()));
        row.backend()
                .ifPresent(known -> {
                    sections.add(keeps(known));
                    if (!known.capabilities().isEmpty()) {
                        sections.add(can(known));
                    }
                });
        sections.add(fresh(row.profile().target().kind()));
        return sections;
    }

    private Node what(PolicyProfile profile) {
        List<Node> facts = new ArrayList<>();
        PolicyKind kind = profile.target().kind();
        facts.add(fact("connections.backend.kind", BackendWords.kind(kind, ui)));
        if (kind == PolicyKind.OPENFGA) {
            facts.add(
                    fact(
                            "connections.backend.store",
                            profile.target()
                                    .store()
                                    .orElseGet(() -> ui.text("connections.backend.onlyStore"))));
        }
        facts.add(fact("connections.backend.way", BackendWords.way(profile, ui)));
        facts.add(fact("connections.backend.key", BackendWords.reference(profile.key(), ui)));
        if (kind == PolicyKind.CERBOS) {
            facts.add(
                    fact(
                            "connections.backend.admin",
                            BackendWords.reference(profile.adminKey(), ui)));
        }
        return DetailsPanel.section(
                ui.text("connections.part.backend"),
                ui.text("connections.part.backend.asks"),
                facts.toArray(Node[]::new));
    }

    private Node keeps(BackendEstate backend) {
        List<Node> facts = new ArrayList<>();
        Reading<GrantView> read = backend.grants();
        if (read.isKnown()) {
            counts(backend, read, facts);
        } else {
            facts.add(Labels.wrapped(unread(backend), "muted"));
        }
        if (backend.can(PolicyCapability.LIST_RELATIONSHIPS)) {
            facts.add(
                    fact(
                            "connections.backend.mapping",
                            backend.profile()
                                    .mapping()
                                    .map(Object::toString)
                                    .orElseGet(() -> ui.text("connections.backend.ownModel"))));
        }
        read.failure()
                .ifPresent(why -> {
                    Explanation told = Explanations.of(why);
                    facts.add(Labels.wrapped(told.what(), "strong"));
                    facts.add(Labels.wrapped(told.why()));
                    facts.add(Labels.wrapped(told.next(), "muted"));
                });
        return DetailsPanel.section(
                ui.text("connections.part.keeps"),
                ui.text("connections.part.keeps.asks"),
                facts.toArray(Node[]::new));
    }

    private void counts(BackendEstate backend, Reading<GrantView> read, List<Node> facts) {
        String many = read.state() == Reading.State.PARTIAL ? "connections.atLeast" : "";
        facts.add(
                observed(
                        "connections.backend.relationships",
                        counted(read.value().relationships().size(), many),
                        backend));
        facts.add(
                observed(
                        "connections.backend.grants",
                        counted(read.value().grants().size(), many),
                        backend));
        List<String> unmapped = List.copyOf(read.value().mapped().unmappedRelations());
        if (!unmapped.isEmpty()) {
            facts.add(observed("connections.backend.unmapped", named(unmapped), backend));
        }
        read.readAt()
                .ifPresent(at ->
                        facts.add(
                                fact(
                                        "connections.backend.readAt",
                                        ui.text("connections.ago", ui.ages().since(at)))));
    }

    private String counted(int count, String manyKey) {
        String words = Counts.of(count);
        return manyKey.isEmpty() ? words : ui.texts().get(manyKey, words);
    }

    private String named(List<String> relations) {
        String first = String.join(", ", relations.stream().limit(MOST_NAMED).toList());
        return relations.size() <= MOST_NAMED
                ? first
                : ui.text("connections.andMore", first, relations.size() - MOST_NAMED);
    }

    private String unread(BackendEstate backend) {
        if (backend.capabilities().isEmpty()) {
            return ui.text("connections.backend.unknown");
        }
        return backend.can(PolicyCapability.LIST_RELATIONSHIPS)
                ? ui.text("connections.backend.unread")
                : ui.text("connections.backend.noList");
    }

    private Node can(BackendEstate backend) {
        List<Node> lines = new ArrayList<>();
        for (PolicyCapability capability : PolicyCapability.values()) {
            boolean offered = backend.can(capability);
            HBox line =
                    new HBox(
                            (offered ? AppIcon.CHECK : AppIcon.REMOVE).view("cell-icon"),
                            Labels.wrapped(
                                    offered
                                            ? BackendWords.capability(capability, ui)
                                            : ui.text(
                                                    "connections.backend.cannot",
                                                    BackendWords.capability(capability, ui)),
                                    offered ? "strong" : "muted"));
            line.getStyleClass().add("row");
            lines.add(line);
        }
        return DetailsPanel.section(
                ui.text("connections.part.can"),
                ui.text("connections.part.can.asks"),
                lines.toArray(Node[]::new));
    }

    private Node fresh(PolicyKind kind) {
        return DetailsPanel.section(
                ui.text("connections.part.fresh"),
                ui.text("connections.part.fresh.asks"),
                fact("connections.backend.caches", BackendWords.caches(kind, ui)),
                fact("connections.backend.clock", BackendWords.clock(kind, ui)));
    }

    private Node fact(String key, String value) {
        return DetailsPanel.fact(
                ui.texts().get(key), Labels.of("", "provenance"), Labels.wrapped(value));
    }

    private Node observed(String key, String value, BackendEstate backend) {
        return DetailsPanel.fact(
                ui.texts().get(key),
                Provenance.mark(
                        new Origin.Observed(
                                backend.name(), backend.grants().readAt().orElse(ui.ages().now())),
                        ui),
                Labels.wrapped(value));
    }
}
