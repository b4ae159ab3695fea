package dev.curfew.views.screens;

import dev.curfew.connect.ServerAddress;
import dev.curfew.delegation.map.GrantMapping;
import dev.curfew.estate.BackendEstate;
import dev.curfew.estate.Estate;
import dev.curfew.estate.GrantView;
import dev.curfew.estate.Link;
import dev.curfew.estate.Reading;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.PolicyCapability;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicyIds;
import dev.curfew.policy.PolicyKind;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicySubject;
import dev.curfew.policy.PolicyTarget;
import dev.curfew.policy.PolicyWarning;
import dev.curfew.policy.Relationship;
import dev.curfew.views.testing.TestUi;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Policy backends as they can be. */
final class BackendEstates {
    private static final Instant READ = TestUi.NOW.minusSeconds(41);
    private static final Set<PolicyCapability> OPENFGA =
            EnumSet.complementOf(
                    EnumSet.of(PolicyCapability.LIST_POLICIES, PolicyCapability.QUARANTINE));

    private BackendEstates() {}

    /** An estate of these alone, and the servers of another. */
    static Estate with(Estate servers, BackendEstate... backends) {
        return new Estate(servers.servers(), List.of(backends));
    }

    /** Well, but it asks for no key; one of its relations is not named by the mapping. */
    static BackendEstate open() {
        return new BackendEstate(
                FakeBackends.policies(),
                new Link.Up(Duration.ofMillis(3), TestUi.NOW.minusSeconds(4)),
                OPENFGA,
                List.of(PolicyWarning.OPEN_ENGINE),
                Reading.never(GrantView.NONE).complete(grants(), READ));
    }

    /** One that tells its version. */
    static BackendEstate told() {
        BackendEstate open = open();
        return new BackendEstate(
                PolicyProfile.of(
                        "relations",
                        new PolicyTarget(
                                PolicyKind.SPICEDB,
                                new ServerAddress.Tcp("spicedb.prod-eu.acme.test", 50051),
                                Optional.empty()),
                        open.profile().tls(),
                        open.profile().key()),
                open.link(),
                open.capabilities(),
                List.of(),
                open.grants(),
                Optional.of("v1.56.0"));
    }

    /** Of a large one only a part could be read. */
    static BackendEstate partial() {
        return new BackendEstate(
                FakeBackends.policies(),
                new Link.Up(Duration.ofMillis(3), TestUi.NOW.minusSeconds(4)),
                OPENFGA,
                List.of(),
                Reading.never(GrantView.NONE)
                        .partial(
                                grants(),
                                READ,
                                new Failure(
                                        Reason.MORE_THAN_KEPT,
                                        "policies-eu",
                                        "only the first 500,000 relationships were taken")));
    }

    /** It decides, and that is all it does. */
    static BackendEstate decides() {
        return new BackendEstate(
                FakeBackends.gateway(),
                new Link.Up(Duration.ofMillis(9), TestUi.NOW.minusSeconds(4)),
                Set.of(PolicyCapability.CHECK),
                List.of(PolicyWarning.PLAINTEXT),
                Reading.never(GrantView.NONE));
    }

    static BackendEstate down() {
        return new BackendEstate(
                FakeBackends.policies(),
                new Link.Down(
                        new Failure(
                                Reason.NOTHING_LISTENING,
                                "authz.prod-eu.acme.test:8081",
                                "connection refused"),
                        TestUi.NOW.minusSeconds(130),
                        Optional.of(TestUi.NOW.plusSeconds(17))),
                Set.of(),
                List.of(),
                Reading.never(GrantView.NONE));
    }

    private static GrantView grants() {
        return GrantView.of(
                "policies-eu",
                GrantMapping.AGENTS,
                PolicyIds.of(PolicyKind.OPENFGA),
                List.of(
                        fact("tool", "search", "standing", "agent", "acme.test/planner"),
                        fact("tool", "mail", "standing", "agent", "acme.test/mailer"),
                        fact("folder", "invoices", "viewer", "user", "alice")),
                READ);
    }

    private static Relationship fact(
            String type, String id, String relation, String subjectType, String subject) {
        return Relationship.lasting(
                new PolicyEntity(type, id),
                relation,
                PolicySubject.of(new PolicyEntity(subjectType, subject)));
    }
}
