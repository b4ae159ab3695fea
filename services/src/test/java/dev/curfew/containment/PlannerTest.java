package dev.curfew.containment;

import static dev.curfew.estate.EstateFixtures.entry;
import static dev.curfew.estate.EstateFixtures.node;
import static dev.curfew.estate.EstateFixtures.withTtls;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.estate.EntryTable;
import dev.curfew.estate.EntryView;
import dev.curfew.estate.Reading;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.EntryDraft;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import io.spiffe.spiffeid.SpiffeId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");
    private static final Node NODE = node("/spire/agent/one", "k8s_psat:cluster:a");
    private static final RegistrationEntry ALIAS =
            entry("alias", "/nodes/a", "/spire/server", "k8s_psat:cluster:a");
    private static final RegistrationEntry SHORT =
            withTtls(entry("short", "/short", "/nodes/a", "unix:uid:1"), 300, 60);
    private static final RegistrationEntry LONG =
            withTtls(entry("long", "/long", "/nodes/a", "unix:uid:2"), 14_400, 3600);
    private static final RegistrationEntry TWIN =
            withTtls(entry("twin", "/short", "/spire/agent/one", "unix:uid:3"), 300, 60);

    private static ServerEstate server() {
        ServerEstate unknown = ServerEstate.unknown(ConnectionProfile.local("acme", Path.of("/s")));
        EntryView view =
                EntryView.complete(
                        EntryTable.of(List.of(ALIAS, SHORT, LONG, TWIN)),
                        List.of(NODE),
                        0,
                        List.of());
        return new ServerEstate(
                unknown.profile(),
                unknown.link(),
                Optional.of(NODE.id().getTrustDomain()),
                Optional.empty(),
                Reading.never(EntryView.NONE).complete(view, NOW),
                Reading.<List<Node>>never(List.of()).complete(List.of(NODE), NOW),
                unknown.authorities(),
                unknown.federation(),
                unknown.federatedBundles(),
                unknown.skew());
    }

    private static ChangePlan plan(Change change) {
        return new Planner(() -> NOW, () -> "operation").plan(change, server());
    }

    @Test
    void theBoundOfAnAliasIsThatOfWhatStandsBelowIt() {
        ChangePlan plan = plan(new Change.DeleteEntries(List.of(ALIAS)));
        assertThat(plan.bound().x509Dead().at()).contains(NOW.plusSeconds(5 + 14_400));
        assertThat(plan.warnings()).contains(ChangePlan.Warning.of("alsoHit", ALIAS.spiffeId(), 2));
        assertThat(plan.typed()).contains("a");
    }

    @Test
    void aSharedIdentityIsSaidToGoOn() {
        ChangePlan plan = plan(new Change.DeleteEntries(List.of(SHORT)));
        assertThat(plan.warnings())
                .contains(ChangePlan.Warning.of("sharedGoesOn", SHORT.spiffeId(), 1));
        assertThat(plan(new Change.DeleteEntries(List.of(SHORT, TWIN))).warnings())
                .noneMatch(warning -> warning.key().equals("sharedGoesOn"));
    }

    @Test
    void tighteningLeavesAloneWhatIsAsWantedAndRefusesNothing() {
        ChangePlan plan = plan(tighten(300));
        assertThat(plan.items()).extracting(ChangePlan.Item::key).containsExactly("long");
        assertThat(plan.warnings()).contains(ChangePlan.Warning.of("asWantedAlready", 1));
        assertThat(plan.isRunnable()).isTrue();
        assertThat(plan.bound().x509Dead().at()).contains(NOW.plusSeconds(5 + 14_400));
    }

    @Test
    void whatWouldBeLongerIsSaid() {
        assertThat(plan(tighten(20_000)).warnings())
                .contains(ChangePlan.Warning.of("getsLonger", 2));
    }

    @Test
    void theRenewalsItCostsAreAnUpperBoundOverTheNodes() {
        assertThat(plan(tighten(60)).warnings())
                .contains(ChangePlan.Warning.of("renewals", 25, 240));
    }

    @Test
    void anEntryOfAnotherTrustDomainIsRefused() {
        var foreign = SpiffeId.parse("spiffe://other.test/x");
        var draft = SHORT.toDraft();
        var wrong = EntryDraft.plain(foreign, draft.parentId(), draft.selectors(), 0, 0);
        assertThat(plan(new Change.CreateEntries(List.of(wrong))).refusals())
                .containsExactly(
                        new Failure(
                                Reason.INVALID_SPIFFE_ID,
                                "spiffe://other.test/x",
                                "it is not in the trust domain acme.test"));
    }

    private static Change tighten(int seconds) {
        return new Change.Tighten(
                List.of(SHORT, LONG), Optional.of(seconds), Optional.empty(), Optional.empty());
    }
}
