package dev.curfew.views.workloads;

import dev.curfew.estate.ParentChain;
import dev.curfew.identity.AuthoritySlots.Slot;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Facts;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.list.FactMarks;
import dev.curfew.views.list.Links;
import io.spiffe.spiffeid.TrustDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;

/** Which authority stands behind an identity, through which chain, bound how tightly. */
final class IssuedSection {
    private static final int SHORT_ID = 8;

    private final WorkloadFacts facts;
    private final Links links;
    private final Ui ui;
    private final FactMarks marks;
    private final WorkloadWords words;

    IssuedSection(WorkloadFacts facts, Links links, Ui ui) {
        this.facts = facts;
        this.links = links;
        this.ui = ui;
        this.marks = new FactMarks(facts.server(), ui);
        this.words = new WorkloadWords(ui);
    }

    Node node() {
        RegistrationEntry entry = facts.entry();
        List<Node> all = new ArrayList<>();
        all.add(
                Facts.text(
                        ui.text("workloads.issued.trustDomain"),
                        marks.entries(),
                        entry.spiffeId().getTrustDomain().getName()));
        all.add(authority("workloads.issued.x509", facts.x509Authority()));
        all.add(authority("workloads.issued.jwt", facts.jwtAuthority()));
        facts.relations().ifPresent(known -> all.add(chain(known.chain())));
        all.add(bound(entry));
        list("workloads.issued.dns", entry.dnsNames().stream()).ifPresent(all::add);
        list("workloads.issued.federates", entry.federatesWith().stream().map(TrustDomain::getName))
                .ifPresent(all::add);
        return Facts.numbered(
                1,
                ui.text("workloads.issued"),
                ui.text("workloads.issued.question"),
                all.toArray(Node[]::new));
    }

    private Node authority(String nameKey, Optional<Slot> slot) {
        return slot.map(known ->
                        Facts.text(
                                ui.text(nameKey),
                                marks.authorities(),
                                ui.text(
                                        "workloads.issued.authority",
                                        shortened(known.authorityId()),
                                        ui.ages().at(known.expiresAt()))))
                .orElseGet(() ->
                        Facts.text(
                                ui.text(nameKey),
                                FactMarks.blank(),
                                ui.text("workloads.issued.unknown"),
                                "muted"));
    }

    private static String shortened(String id) {
        return id.length() <= 2 * SHORT_ID ? id : id.substring(0, SHORT_ID) + "…";
    }

    private Node chain(List<ParentChain.Step> chain) {
        List<Node> steps = new ArrayList<>();
        for (ParentChain.Step step : chain) {
            String path = step.id().getPath();
            String name = path.isEmpty() ? step.id().toString() : path.substring(1);
            String id = "workloads-chain-" + steps.size();
            switch (step.kind()) {
                case NODE ->
                        steps.add(
                                Facts.link(
                                        Buttons.link(
                                                id,
                                                new NodeNames(facts.server()).of(step.id()),
                                                () -> links.toNode(step.id())),
                                        ui.text("workloads.chain.node")));
                case ALIAS, ENTRY ->
                        steps.add(
                                Facts.link(
                                        Buttons.link(id, name, () -> links.toIdentity(step.id())),
                                        step.kind() == ParentChain.Kind.ALIAS
                                                ? ui.text("workloads.chain.alias")
                                                : ui.text("workloads.chain.entry")));
                case SERVER -> steps.add(Labels.wrapped(ui.text("workloads.chain.server", name)));
                case NOTHING ->
                        steps.add(
                                Labels.wrapped(ui.text("workloads.chain.nothing", name), "strong"));
            }
        }
        return Facts.of(
                ui.text("workloads.issued.chain"), marks.entries(), steps.toArray(Node[]::new));
    }

    private Node bound(RegistrationEntry entry) {
        List<Node> lines = new ArrayList<>();
        lines.add(
                Labels.of(
                        words.binding(facts.row().binding()),
                        BindingGraphic.weak(facts.row()) ? "strong" : "plain"));
        entry.selectors()
                .forEach(selector ->
                        lines.add(Labels.wrapped(selector.toString(), "mono", "muted")));
        return Facts.of(
                ui.text("workloads.issued.bound"), marks.entries(), lines.toArray(Node[]::new));
    }

    private Optional<Node> list(String nameKey, Stream<String> values) {
        String joined = values.collect(Collectors.joining(", "));
        return joined.isEmpty()
                ? Optional.empty()
                : Optional.of(Facts.text(ui.text(nameKey), marks.entries(), joined));
    }
}
