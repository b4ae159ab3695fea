package dev.curfew.views.actions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.identity.HostNames;
import dev.curfew.identity.Node;
import dev.curfew.views.testing.Fx;
import java.util.function.Consumer;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

/** Nodes, join tokens and federation, from the first click to what the server has then. */
class NodeActionsTest {
    private static void with(Consumer<ActionLab> steps) {
        Fx.run(() -> {
            try (ActionLab lab = new ActionLab()) {
                steps.accept(lab.armed());
                assertThat(lab.crashes).isEmpty();
            }
        });
    }

    private static Node now(ActionLab lab, Node node) {
        return lab.server().nodes().value().stream()
                .filter(one -> one.id().equals(node.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNodeIsBannedAndTheBanIsLifted() {
        with(lab -> {
            Node node = lab.node("k8s_psat");
            lab.flow.ban(node);
            assertThat(lab.shows("preview-hits")).isTrue();
            lab.type("preview-typed", HostNames.orShortName(node));
            lab.press("preview-run");
            assertThat(now(lab, node).banned()).isTrue();
            lab.press("report-undo");
            lab.press("preview-run");
            assertThat(lab.words()).contains("1 confirmed");
            assertThat(
                            lab.server().nodes().value().stream()
                                    .filter(one -> one.id().equals(node.id())))
                    .noneMatch(Node::banned);
        });
    }

    @Test
    void anEvictionOffersTheBanFirst() {
        with(lab -> {
            Node node = lab.node("k8s_psat");
            lab.flow.evict(node);
            assertThat(lab.words()).contains("An eviction contains nothing.");
            assertThat(lab.focus()).isEqualTo("preview-cancel");
            lab.press("preview-banInstead");
            lab.type("preview-typed", HostNames.orShortName(node));
            lab.press("preview-run");
            assertThat(now(lab, node).banned()).isTrue();
        });
    }

    @Test
    void aJoinTokenIsShownOnceAndKeptNowhere() {
        with(lab -> {
            lab.flow.joinToken();
            lab.type("token-ttl", "soon");
            assertThat(lab.text("token-ttl-problem")).isNotEmpty();
            lab.type("token-ttl", "5m");
            lab.press("form-preview");
            lab.press("preview-run");
            String token = lab.find("report-token", TextField.class).getText();
            assertThat(token).isNotBlank();
            lab.press("report-token-copy");
            assertThat(lab.dialogs.clipboard()).isEqualTo(token);
            lab.press("report-copy");
            assertThat(lab.dialogs.clipboard()).contains("join-token").doesNotContain(token);
            lab.press("report-close");
            lab.reopenNewest();
            assertThat(lab.shows("report-token")).isFalse();
            assertThat(lab.journal.entries().toString()).doesNotContain(token);
            assertThat(lab.snapshots.everything()).doesNotContain(token);
            assertThat(lab.reports().toString()).doesNotContain(token);
        });
    }

    @Test
    void aFederationIsAddedAndUndone() {
        with(lab -> {
            lab.flow.addFederation();
            lab.type("federation-td", "acme.test");
            lab.press("form-preview");
            assertThat(lab.text("federation-td-problem")).contains("its own trust domain");
            assertThat(lab.text("federation-url-problem")).contains("https");
            lab.type("federation-td", "supplier.test");
            lab.type("federation-url", "https://spire.supplier.test:8443");
            assertThat(lab.find("federation-endpoint", TextField.class).getText())
                    .isEqualTo("spiffe://supplier.test/spire/server");
            assertThat(lab.words()).contains("needs the other bundle");
            lab.press("form-preview");
            lab.press("preview-run");
            assertThat(lab.federation("supplier.test").endpointUrl())
                    .isEqualTo("https://spire.supplier.test:8443");
            lab.press("report-undo");
            lab.type("preview-typed", "supplier.test");
            lab.press("preview-run");
            assertThat(lab.server().federation().value())
                    .noneMatch(one -> one.trustDomain().getName().equals("supplier.test"));
        });
    }

    @Test
    void aFederationEndsAndItsEntriesAreUnlinked() {
        with(lab -> {
            lab.flow.removeFederation(lab.federation("partner.test"));
            lab.find("unfederate-dissociate", RadioButton.class).setSelected(true);
            lab.press("form-preview");
            assertThat(lab.words()).contains("unlinked");
            lab.type("preview-typed", "partner.test");
            lab.press("preview-run");
            assertThat(lab.words()).contains("1 confirmed");
            assertThat(lab.server().federation().value())
                    .noneMatch(one -> one.trustDomain().getName().equals("partner.test"));
            assertThat(lab.server().federatedBundles().value())
                    .noneMatch(one -> one.trustDomain().getName().equals("partner.test"));
            assertThat(lab.entry("invoice-agent").federatesWith()).isEmpty();
        });
    }

    @Test
    void whatChangedNothingIsNotUndone() {
        with(lab -> {
            var planner = new dev.curfew.containment.Planner(lab.clock);
            var runner =
                    new dev.curfew.containment.Runner(
                            lab.estates, lab.journal, lab.snapshots, lab.arming, lab.clock);
            var plan =
                    planner.plan(
                            new dev.curfew.containment.Change.AddFederation(
                                    lab.federation("reseller.test")),
                            lab.server());
            var report =
                    runner.run(
                            plan,
                            new dev.curfew.containment.Confirmation("me", "", "", ""),
                            _ -> {});
            assertThat(report.succeeded()).isFalse();
            lab.flow.undo(plan.operationId());
            assertThat(lab.root.isCovered()).isFalse();
            assertThat(lab.dialogs.told().getLast().text()).contains("it changed nothing");
        });
    }

    @Test
    void aBundleIsFetchedAgain() {
        with(lab -> {
            lab.flow.refreshFederation(lab.federation("partner.test").trustDomain());
            lab.press("preview-run");
            assertThat(lab.words()).contains("1 confirmed");
        });
    }
}
