package dev.curfew.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.TestAuthority;
import dev.curfew.connect.TestAuthority.Issued;
import dev.curfew.estate.AuthorityView;
import dev.curfew.estate.Estate;
import dev.curfew.estate.Link;
import dev.curfew.estate.Reading;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.AuthoritySlots;
import dev.curfew.identity.AuthoritySlots.Kind;
import dev.curfew.identity.AuthoritySlots.Slot;
import dev.curfew.identity.TrustBundle;
import dev.curfew.identity.TrustBundle.X509Authority;
import dev.curfew.probe.Presented.Acceptance;
import dev.curfew.probe.Presented.Standing;
import io.spiffe.spiffeid.SpiffeId;
import io.spiffe.spiffeid.TrustDomain;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PresentedCheckTest {
    private static final SpiffeId ID = SpiffeId.parse("spiffe://acme.test/agent/planner");
    private static final TestAuthority NEW = new TestAuthority("new");
    private static final TestAuthority OLD = new TestAuthority("old");
    private static final Instant NOW = Instant.now();
    private static final Instant READ = NOW.minusSeconds(3);

    private static PresentedChain chain(Issued issued, Instant at) {
        return new PresentedChain(
                new Endpoint("planner", 8443), at, List.of(issued.certificate()), ID);
    }

    private static X509Authority root(TestAuthority authority, boolean tainted)
            throws CertificateException, CertificateEncodingException {
        return X509Authority.read(authority.certificate().getEncoded(), tainted);
    }

    private static Optional<Slot> slot(TestAuthority authority) throws CertificateException {
        return Optional.of(
                new Slot(root(authority, false).subjectKeyId(), NOW.plusSeconds(3600), ""));
    }

    /** The new one is active, the other is in the slot before it. */
    private static Estate estate(String trustDomain, X509Authority... bundle)
            throws CertificateException {
        TrustDomain own = TrustDomain.parse(trustDomain);
        AuthorityView view =
                new AuthorityView(
                        Optional.of(new TrustBundle(own, List.of(bundle), List.of(), 0, 1)),
                        Optional.of(
                                new AuthoritySlots(
                                        Kind.X509, slot(NEW), Optional.empty(), slot(OLD))),
                        Optional.empty());
        ServerEstate unknown =
                ServerEstate.unknown(ConnectionProfile.local("prod", Path.of("api.sock")));
        return new Estate(
                List.of(
                        new ServerEstate(
                                unknown.profile(),
                                new Link.Connecting(),
                                Optional.of(own),
                                Optional.empty(),
                                unknown.entries(),
                                unknown.nodes(),
                                Reading.never(AuthorityView.NONE).complete(view, READ),
                                unknown.federation(),
                                unknown.federatedBundles(),
                                Optional.empty())));
    }

    @Test
    void aCertificateOfTheActiveAuthorityIsLetIn() throws Exception {
        Issued issued = NEW.issue(ID.toString());
        Presented seen =
                PresentedCheck.of(chain(issued, NOW), estate("acme.test", root(NEW, false)));

        assertThat(seen.acceptance()).isEqualTo(Acceptance.ACCEPTED);
        assertThat(seen.standing()).isEqualTo(Standing.ACTIVE);
        assertThat(seen.tainted()).isFalse();
        assertThat(seen.authorityId()).contains(root(NEW, false).subjectKeyId());
        assertThat(seen.serial()).isEqualTo(issued.certificate().getSerialNumber().toString());
        assertThat(seen.bundleReadAt()).contains(READ);
    }

    @Test
    void aTaintIsShownAndChangesNothingForAPeer() throws Exception {
        Presented seen =
                PresentedCheck.of(
                        chain(OLD.issue(ID.toString()), NOW),
                        estate("acme.test", root(NEW, false), root(OLD, true)));

        assertThat(seen.acceptance()).isEqualTo(Acceptance.ACCEPTED);
        assertThat(seen.standing()).isEqualTo(Standing.OLD);
        assertThat(seen.tainted()).isTrue();
    }

    @Test
    void whatARevokedAuthoritySignedIsRefused() throws Exception {
        Presented seen =
                PresentedCheck.of(
                        chain(OLD.issue(ID.toString()), NOW),
                        estate("acme.test", root(NEW, false)));

        assertThat(seen.acceptance()).isEqualTo(Acceptance.UNTRUSTED);
        assertThat(seen.standing()).isEqualTo(Standing.OLD);
    }

    @Test
    void anAuthorityThatNobodyKnowsIsSaidToBeUnknown() throws Exception {
        Presented seen =
                PresentedCheck.of(
                        chain(new TestAuthority("other").issue(ID.toString()), NOW),
                        estate("acme.test", root(NEW, false)));

        assertThat(seen.acceptance()).isEqualTo(Acceptance.UNTRUSTED);
        assertThat(seen.standing()).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void itsOwnDatesCountAtTheMomentOfLooking() throws Exception {
        Issued hour = NEW.issue(ID.toString(), "EC", Duration.ofHours(1));
        Estate estate = estate("acme.test", root(NEW, false));

        assertThat(PresentedCheck.of(chain(hour, NOW.plusSeconds(7200)), estate).acceptance())
                .isEqualTo(Acceptance.EXPIRED);
        assertThat(
                        PresentedCheck.of(chain(hour, NOW.minus(Duration.ofDays(2))), estate)
                                .acceptance())
                .isEqualTo(Acceptance.NOT_YET_VALID);
    }

    @Test
    void withoutABundleOfItsTrustDomainNothingIsSaid() throws Exception {
        PresentedChain chain = chain(NEW.issue(ID.toString()), NOW);
        for (Estate estate : List.of(Estate.EMPTY, estate("other.test", root(NEW, false)))) {
            Presented seen = PresentedCheck.of(chain, estate);
            assertThat(seen.acceptance()).isEqualTo(Acceptance.NOT_CHECKED);
            assertThat(seen.standing()).isEqualTo(Standing.UNKNOWN);
            assertThat(seen.bundleReadAt()).isEmpty();
        }
    }
}
