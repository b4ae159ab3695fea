package dev.curfew.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.Timing;
import dev.curfew.connect.TimingValue;
import dev.curfew.exposure.Facts;
import dev.curfew.identity.Der;
import dev.curfew.identity.TrustBundle;
import dev.curfew.identity.TrustBundle.JwtAuthority;
import dev.curfew.identity.TrustBundle.X509Authority;
import io.spiffe.spiffeid.TrustDomain;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExposureFactsTest {
    private static final Instant READ = Instant.parse("2026-11-22T14:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);
    private static final ConnectionProfile PROFILE =
            ConnectionProfile.local("one", Path.of("/run/api.sock"));

    private static ServerEstate server(ConnectionProfile profile, Reading<AuthorityView> reading) {
        ServerEstate unknown = ServerEstate.unknown(profile);
        return new ServerEstate(
                profile,
                unknown.link(),
                unknown.trustDomain(),
                unknown.capabilities(),
                unknown.entries(),
                unknown.nodes(),
                reading,
                unknown.federation(),
                unknown.federatedBundles(),
                unknown.skew());
    }

    /** Authorities that began so long before the reading, and a key that ends with the last. */
    private static ServerEstate withRoots(Duration life, Duration... ages) {
        List<X509Authority> roots =
                java.util.Arrays.stream(ages)
                        .map(age ->
                                new X509Authority(
                                        "aa",
                                        "CN=root",
                                        "1",
                                        READ.minus(age),
                                        READ.minus(age).plus(life),
                                        false,
                                        new Der(new byte[0])))
                        .toList();
        Instant keyEnd = roots.getLast().notAfter().plusSeconds(7);
        TrustBundle bundle =
                new TrustBundle(
                        TrustDomain.parse("acme.test"),
                        roots,
                        List.of(new JwtAuthority("k", keyEnd, false, new Der(new byte[0]))),
                        300,
                        1);
        return server(
                PROFILE,
                Reading.never(AuthorityView.NONE)
                        .complete(
                                new AuthorityView(
                                        Optional.of(bundle), Optional.empty(), Optional.empty()),
                                READ));
    }

    private static Facts at(ServerEstate server, Instant now) {
        return ExposureFacts.of(server, now, IntStream.empty(), IntStream.empty());
    }

    @Test
    void theLatestAuthorityInTheBundleIsTheCapWhichServerItMayBelongTo() {
        ServerEstate server = withRoots(DAY, Duration.ofHours(2), Duration.ofHours(20));
        Facts facts = at(server, READ.plusSeconds(60));
        assertThat(facts.x509AuthorityEnd()).contains(READ.plus(Duration.ofHours(22)));
        assertThat(facts.jwtAuthorityEnd()).contains(READ.plus(Duration.ofHours(4)).plusSeconds(7));
    }

    @Test
    void aReadingSoOldThatAnotherAuthorityMaySignByNowCapsNothing() {
        ServerEstate server = withRoots(DAY, Duration.ofHours(2));
        assertThat(at(server, READ.plus(Duration.ofHours(8)).minusSeconds(6)).x509AuthorityEnd())
                .isPresent();
        Facts late = at(server, READ.plus(Duration.ofHours(8)).minusSeconds(5));
        assertThat(late.x509AuthorityEnd()).isEmpty();
        assertThat(late.jwtAuthorityEnd()).isEmpty();
    }

    @Test
    void theShorterLifeOfAnAuthorityCounts() {
        ServerEstate server = withRoots(Duration.ofMinutes(3), Duration.ZERO);
        assertThat(at(server, READ.plusSeconds(54)).x509AuthorityEnd()).isPresent();
        assertThat(at(server, READ.plusSeconds(55)).x509AuthorityEnd()).isEmpty();
    }

    @Test
    void whatWasNeverReadCapsNothing() {
        ServerEstate server = server(PROFILE, Reading.never(AuthorityView.NONE));
        assertThat(at(server, READ).x509AuthorityEnd()).isEmpty();
    }

    @Test
    void theDefaultIsNamedAsSuchWhereItIsTheLongest() {
        ServerEstate server = withRoots(DAY, Duration.ZERO);
        Facts mixed = ExposureFacts.of(server, READ, IntStream.of(60, 0), IntStream.of(600, 0));
        assertThat(mixed.longestX509()).isEmpty();
        assertThat(mixed.longestJwt()).contains(Duration.ofMinutes(10));
    }

    @Test
    void whatTheConnectionLearnedCounts() {
        ConnectionProfile learned =
                new ConnectionProfile(
                        PROFILE.name(),
                        PROFILE.address(),
                        PROFILE.credentials(),
                        PROFILE.trustDomain(),
                        PROFILE.timings()
                                .with(
                                        Timing.CACHE_RELOAD,
                                        TimingValue.declared(Duration.ofMinutes(1), READ)));
        Facts facts = at(server(learned, withRoots(DAY, DAY).authorities()), READ);
        assertThat(facts.timings().cacheReload()).isEqualTo(Duration.ofMinutes(1));
    }
}
