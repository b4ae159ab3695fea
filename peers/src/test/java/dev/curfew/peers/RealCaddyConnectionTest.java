package dev.curfew.peers;

import static dev.curfew.peers.Outcomes.failure;
import static dev.curfew.peers.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.BackendConnection.Key;
import dev.curfew.connect.BackendConnection.OwnCertificate;
import dev.curfew.connect.BackendConnection.Tls;
import dev.curfew.connect.SecretRef;
import dev.curfew.connect.ServerAddress;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.policy.PolicyBackends;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicyKind;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicySubject;
import dev.curfew.policy.PolicyTarget;
import dev.curfew.policy.Relationship;
import dev.curfew.policy.RelationshipFilter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A real proxy in front of real policy backends, which asks for a client certificate. */
@NeedsCaddy
@NeedsOpenFga
@NeedsSpiceDb
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealCaddyConnectionTest {
    private static final Relationship MAIL =
            Relationship.lasting(
                    new PolicyEntity("tool", "mail"),
                    "standing",
                    PolicySubject.of(new PolicyEntity("agent", "planner")));

    private OpenFgaPeer fga;
    private SpiceDbPeer spice;
    private RealCaddy beforeFga;
    private RealCaddy beforeSpice;
    private PolicyProfile fgaDirect;
    private PolicyProfile spiceDirect;

    @BeforeAll
    void start() {
        RealOpenFga server = RealOpenFga.keyed(PolicyPeer.KEY);
        fga = new OpenFgaPeer(server.address(), server::close);
        spice = new SpiceDbPeer(RealSpiceDb.keyed(PolicyPeer.KEY));
        fgaDirect = fga.fresh();
        spiceDirect = spice.fresh();
        beforeFga = RealCaddy.before(address(fgaDirect));
        beforeSpice = RealCaddy.before(address(spiceDirect));
    }

    @AfterAll
    void stop() {
        beforeSpice.close();
        beforeFga.close();
        spice.close();
        fga.close();
    }

    private static ServerAddress.Tcp address(PolicyProfile profile) {
        return (ServerAddress.Tcp) profile.target().address();
    }

    private static Outcome<PolicyBackend> through(
            RealCaddy proxy, PolicyProfile direct, Optional<OwnCertificate> own) {
        return PolicyBackends.open(
                PolicyProfile.of(
                        "behind",
                        new PolicyTarget(
                                direct.target().kind(), proxy.address(), direct.target().store()),
                        new Tls.ByName(Optional.of(proxy.authority()), own),
                        new Key.Bearer(new SecretRef.Prompt())),
                PolicyPeer.SECRETS,
                Clock.systemUTC());
    }

    @Test
    void withTheRightCertificateOpenFgaIsReadAndChangedThroughIt() {
        works(beforeFga, fgaDirect, PolicyKind.OPENFGA);
    }

    @Test
    void withTheRightCertificateSpiceDbIsReadAndChangedThroughIt() {
        works(beforeSpice, spiceDirect, PolicyKind.SPICEDB);
    }

    private static void works(RealCaddy proxy, PolicyProfile direct, PolicyKind kind) {
        assertThat(direct.target().kind()).isEqualTo(kind);
        try (PolicyBackend backend =
                value(through(proxy, direct, Optional.of(proxy.certificate())))) {
            value(backend.restore(MAIL));
            assertThat(value(backend.list(RelationshipFilter.ALL, _ -> {})).read()).isEqualTo(1);
        }
    }

    @Test
    void whoeverShowsNoCertificateIsToldThatOneIsAskedFor() {
        for (Failure failure : refusals(Optional.empty(), Optional.empty())) {
            assertThat(failure.reason())
                    .as(failure.toString())
                    .isEqualTo(Reason.BACKEND_CERTIFICATE_REFUSED);
            assertThat(failure.detail()).isEqualTo("TLS alert certificate_required");
        }
    }

    @Test
    void aCertificateOfAnotherAuthorityIsRefused() {
        for (Failure failure :
                refusals(Optional.of(beforeFga.foreign()), Optional.of(beforeSpice.foreign()))) {
            assertThat(failure.reason())
                    .as(failure.toString())
                    .isEqualTo(Reason.BACKEND_CERTIFICATE_REFUSED);
            assertThat(failure.detail()).isEqualTo("TLS alert unknown_ca");
        }
    }

    @Test
    void aCertificateWhoseTimeIsOverIsRefused() {
        for (Failure failure :
                refusals(Optional.of(beforeFga.expired()), Optional.of(beforeSpice.expired()))) {
            assertThat(failure.reason())
                    .as(failure.toString())
                    .isEqualTo(Reason.BACKEND_CERTIFICATE_REFUSED);
            assertThat(failure.detail()).isEqualTo("TLS alert certificate_expired");
        }
    }

    private List<Failure> refusals(
            Optional<OwnCertificate> toFga, Optional<OwnCertificate> toSpice) {
        return List.of(
                failure(through(beforeFga, fgaDirect, toFga)),
                failure(through(beforeSpice, spiceDirect, toSpice)));
    }
}
