package dev.curfew.views.actions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.containment.ItemReport.State;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.spire.EntryUpdate;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.views.testing.Fx;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

/** Actions on entries, from the first click to what the server and the journal have then. */
class EntryActionsTest {
    private static void with(Consumer<ActionLab> steps) {
        Fx.run(() -> {
            try (ActionLab lab = new ActionLab()) {
                steps.accept(lab.armed());
                assertThat(lab.crashes).isEmpty();
            }
        });
    }

    private static void tighten(ActionLab lab, String ttl) {
        lab.flow.tighten(List.of(lab.entry("web-researcher"), lab.entry("code-writer")));
        lab.type("tighten-x509", ttl);
        lab.press("form-preview");
        lab.type("preview-reason", "task is over");
        lab.type("preview-incident", "INC-4711");
        lab.press("preview-run");
    }

    @Test
    void tightenChangesTheServerAndStandsInTheJournal() {
        with(lab -> {
            RegistrationEntry entry = lab.entry("web-researcher");
            tighten(lab, "5m");
            assertThat(lab.onServer(entry.id()).orElseThrow().x509TtlSeconds()).isEqualTo(300);
            assertThat(lab.entry("web-researcher").x509TtlSeconds()).isEqualTo(300);
            assertThat(lab.journal.phases())
                    .containsExactly(
                            Phase.PLANNED,
                            Phase.SENDING,
                            Phase.ACCEPTED,
                            Phase.CONFIRMED,
                            Phase.FINISHED);
            JournalEntry planned = lab.journal.entries().getFirst();
            assertThat(planned.operator()).isEqualTo("oncall-2");
            assertThat(planned.reason()).isEqualTo("task is over");
            assertThat(planned.incident()).isEqualTo("INC-4711");
            assertThat(lab.words()).contains("2 confirmed");
        });
    }

    @Test
    void tightenIsUndoneFromItsReport() {
        with(lab -> {
            RegistrationEntry before = lab.entry("web-researcher");
            tighten(lab, "5m");
            lab.press("report-undo");
            assertThat(lab.shows("preview-items")).isTrue();
            lab.press("preview-command");
            assertThat(lab.dialogs.clipboard())
                    .startsWith(
                            "curfew undo acme " + lab.journal.entries().getFirst().operationId());
            lab.press("preview-run");
            assertThat(lab.onServer(before.id()).orElseThrow().x509TtlSeconds())
                    .isEqualTo(before.x509TtlSeconds());
        });
    }

    @Test
    void tightenCanBeCopiedAsACommand() {
        with(lab -> {
            RegistrationEntry entry = lab.entry("web-researcher");
            lab.flow.tighten(List.of(entry));
            lab.type("tighten-x509", "90s");
            lab.type("tighten-jwt", "default");
            lab.type("tighten-expiry", "never");
            lab.press("form-preview");
            lab.press("preview-command");
            assertThat(lab.dialogs.clipboard())
                    .isEqualTo(
                            "curfew tighten acme --where 'id="
                                    + entry.id()
                                    + "' --x509-ttl 1m30s --jwt-ttl default --expires never");
        });
    }

    @Test
    void mistakesAreSaidBesideTheirFieldAndNothingIsLost() {
        with(lab -> {
            lab.flow.tighten(List.of(lab.entry("web-researcher")));
            assertThat(lab.button("form-preview").isRefused()).isTrue();
            lab.type("tighten-x509", "5x");
            assertThat(lab.text("tighten-x509-problem")).contains("x is not a unit");
            assertThat(lab.button("form-preview").isRefused()).isTrue();
            lab.type("tighten-x509", "40h");
            assertThat(lab.text("tighten-x509-problem")).contains("authority");
            lab.type("tighten-x509", "10m");
            lab.type("tighten-expiry", "tomorrow");
            assertThat(lab.text("tighten-expiry-problem")).contains("2026-12-01");
            lab.type("tighten-expiry", "");
            lab.press("form-preview");
            lab.press("preview-back");
            assertThat(lab.find("tighten-x509", TextField.class).getText()).isEqualTo("10m");
            assertThat(lab.journal.entries()).isEmpty();
        });
    }

    @Test
    void expiryIsSetByAQuickChoice() {
        with(lab -> {
            RegistrationEntry entry = lab.entry("web-researcher");
            lab.flow.setExpiry(List.of(entry));
            assertThat(lab.shows("tighten-x509")).isFalse();
            lab.press("tighten-expiry-1h");
            lab.press("form-preview");
            lab.press("preview-run");
            long expires = lab.onServer(entry.id()).orElseThrow().expiresAtSeconds();
            assertThat(expires - lab.clock.instant().getEpochSecond()).isBetween(3500L, 3600L);
        });
    }

    @Test
    void deleteWantsItsTargetTypedAndIsUndone() {
        with(lab -> {
            RegistrationEntry entry = lab.entry("web-researcher");
            lab.flow.delete(List.of(entry));
            assertThat(lab.button("preview-run").isRefused()).isTrue();
            lab.type("preview-typed", "web-research");
            lab.press("preview-run");
            assertThat(lab.onServer(entry.id())).isPresent();
            lab.type("preview-typed", " web-researcher ");
            lab.press("preview-run");
            assertThat(lab.onServer(entry.id())).isEmpty();
            assertThat(lab.entries("web-researcher")).isEmpty();
            lab.press("report-undo");
            assertThat(lab.words()).contains("adds access");
            lab.press("preview-run");
            assertThat(lab.onServer(entry.id()).map(RegistrationEntry::toDraft))
                    .contains(entry.toDraft());
        });
    }

    @Test
    void anEntryIsCreatedAndUndone() {
        with(lab -> {
            lab.flow.create(Optional.empty());
            lab.press("form-preview");
            assertThat(lab.text("entry-spiffeId-problem")).isNotEmpty();
            assertThat(lab.text("entry-parent-problem")).isNotEmpty();
            assertThat(lab.focus()).isEqualTo("entry-spiffeId");
            lab.type("entry-spiffeId", "spiffe://acme.test/agent/new-one");
            lab.type("entry-parent", "spiffe://acme.test/pool/ai");
            assertThat(lab.text("entry-served")).contains("Served by");
            lab.type("entry-selectors-0", "k8s:ns:agents");
            lab.press("entry-selectors-add");
            lab.type("entry-selectors-1", "k8s");
            lab.type("entry-dns-0", "not a name");
            assertThat(lab.text("entry-selectors-1-problem")).contains("no colon");
            lab.type("entry-selectors-1", "k8s:sa:new");
            assertThat(lab.text("entry-dns-0-problem")).contains("DNS");
            lab.type("entry-dns-0", "");
            lab.type("entry-x509", "20m");
            lab.press("form-preview");
            lab.press("preview-run");
            RegistrationEntry made = lab.entry("new-one");
            assertThat(lab.onServer(made.id()).orElseThrow().x509TtlSeconds()).isEqualTo(1200);
            lab.press("report-undo");
            lab.type("preview-typed", "new-one");
            lab.press("preview-run");
            assertThat(lab.onServer(made.id())).isEmpty();
        });
    }

    @Test
    void anEntryIsChanged() {
        with(lab -> {
            RegistrationEntry entry = lab.entry("invoice-agent");
            lab.flow.edit(entry);
            lab.type("entry-hint", "new hint");
            lab.press("form-preview");
            lab.press("preview-run");
            assertThat(lab.onServer(entry.id()).map(RegistrationEntry::toDraft))
                    .contains(withHint(entry, "new hint"));
        });
    }

    private static dev.curfew.identity.EntryDraft withHint(RegistrationEntry e, String hint) {
        return new dev.curfew.identity.EntryDraft(
                e.spiffeId(),
                e.parentId(),
                e.selectors(),
                e.x509TtlSeconds(),
                e.jwtTtlSeconds(),
                e.federatesWith(),
                e.dnsNames(),
                hint,
                e.admin(),
                e.downstream(),
                e.storeSvid(),
                e.prefetchDisabled(),
                e.expiresAtSeconds());
    }

    @Test
    void anEntryThatSomeoneElseChangedIsLeftAlone() {
        with(lab -> {
            RegistrationEntry entry = lab.entry("web-researcher");
            lab.flow.tighten(List.of(entry));
            lab.type("tighten-x509", "5m");
            lab.press("form-preview");
            lab.client()
                    .entries()
                    .replace(List.of(new EntryUpdate(entry.id(), withHint(entry, "theirs"))));
            lab.press("preview-run");
            RegistrationEntry now = lab.onServer(entry.id()).orElseThrow();
            assertThat(now.hint()).isEqualTo("theirs");
            assertThat(now.x509TtlSeconds()).isEqualTo(entry.x509TtlSeconds());
            assertThat(lab.words()).contains("1 failed");
            assertThat(lab.button("report-undo").isRefused()).isTrue();
        });
    }

    @Test
    void whatIsPutBackAfterUsIsSaidAndCounted() {
        with(lab -> {
            RegistrationEntry entry = lab.entry("web-researcher");
            lab.flow.delete(List.of(entry));
            lab.type("preview-typed", "web-researcher");
            // As a controller would, as soon as we are done.
            lab.journal.onEnd = () -> lab.client().entries().recreate(List.of(entry));
            lab.press("preview-run");
            lab.awaitLooks(2);
            assertThat(lab.words()).contains("1 reverted");
            assertThat(lab.dialogs.told().getLast().text()).contains("put back");
            assertThat(lab.journal.phases()).contains(Phase.REVERTED);
            SessionReport session = lab.reports().getFirst();
            assertThat(session.report().count(State.REVERTED)).isEqualTo(1);
            assertThat(lab.entries("web-researcher")).hasSize(1);
        });
    }
}
