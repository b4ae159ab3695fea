package dev.curfew.peers;

import static dev.curfew.peers.Outcomes.failure;
import static dev.curfew.peers.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.identity.AuthoritySlots;
import dev.curfew.identity.AuthoritySlots.Kind;
import dev.curfew.identity.AuthoritySlots.Slot;
import dev.curfew.identity.TrustBundle;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The authorities of one server: the right order, and what it says to a wrong one. */
abstract class AuthoritiesContract extends SpireContract {

    AuthoritySlots slots(Kind kind) {
        return value(server().authorities().slots(kind));
    }

    String active(Kind kind) {
        return slots(kind).active().orElseThrow().authorityId();
    }

    String prepare(Kind kind) {
        return value(server().authorities().prepare(kind)).authorityId();
    }

    /** Prepares and activates; gives the one that became old. */
    String rotate(Kind kind) {
        String old = active(kind);
        value(server().authorities().activate(kind, prepare(kind)));
        return old;
    }

    private static String name(Kind kind, String x509, String jwt) {
        return kind == Kind.X509 ? x509 : jwt;
    }

    /** The reason and the server's words. */
    static String refusal(Outcome<?> outcome) {
        Failure failure = failure(outcome);
        return failure.reason() + " " + failure.detail();
    }

    private String tainting(Kind kind, String id) {
        return refusal(server().authorities().taint(kind, id));
    }

    private String revoking(Kind kind, String id) {
        return refusal(server().authorities().revoke(kind, id));
    }

    private String activating(Kind kind, String id) {
        return refusal(server().authorities().activate(kind, id));
    }

    private List<String> inBundle(Kind kind) {
        TrustBundle bundle = value(server().bundles().own());
        return kind == Kind.X509
                ? bundle.x509Authorities().stream()
                        .map(TrustBundle.X509Authority::subjectKeyId)
                        .toList()
                : bundle.jwtAuthorities().stream().map(TrustBundle.JwtAuthority::keyId).toList();
    }

    private List<String> tainted(Kind kind) {
        TrustBundle bundle = value(server().bundles().own());
        return kind == Kind.X509
                ? bundle.x509Authorities().stream()
                        .filter(TrustBundle.X509Authority::tainted)
                        .map(TrustBundle.X509Authority::subjectKeyId)
                        .toList()
                : bundle.jwtAuthorities().stream()
                        .filter(TrustBundle.JwtAuthority::tainted)
                        .map(TrustBundle.JwtAuthority::keyId)
                        .toList();
    }

    @Test
    void x509RotatesFromPrepareToRevoke() {
        rotates(Kind.X509);
    }

    @Test
    void jwtRotatesFromPrepareToRevoke() {
        rotates(Kind.JWT);
    }

    private void rotates(Kind kind) {
        String first = active(kind);
        Slot prepared = value(server().authorities().prepare(kind));
        assertThat(slots(kind).prepared()).contains(prepared);
        assertThat(inBundle(kind)).contains(first, prepared.authorityId());

        value(server().authorities().activate(kind, prepared.authorityId()));
        assertThat(active(kind)).isEqualTo(prepared.authorityId());
        assertThat(slots(kind).old().orElseThrow().authorityId()).isEqualTo(first);
        assertThat(slots(kind).prepared()).isEmpty();

        value(server().authorities().taint(kind, first));
        assertThat(tainted(kind)).containsExactly(first);

        value(server().authorities().revoke(kind, first));
        assertThat(inBundle(kind)).contains(prepared.authorityId()).doesNotContain(first);
        // Still named: only the bundle tells that it is gone.
        assertThat(slots(kind).old().orElseThrow().authorityId()).isEqualTo(first);
    }

    @Test
    void x509IdsAreSubjectKeyIdsInLowerCase() {
        String active = active(Kind.X509);

        assertThat(active).matches("[0-9a-f]{40}");
        assertThat(inBundle(Kind.X509)).contains(active);
        assertThat(activating(Kind.X509, active.toUpperCase(Locale.ROOT)))
                .isEqualTo("WRONG_ORDER unexpected authority ID");
        assertThat(slots(Kind.X509).active().orElseThrow().upstreamSubjectKeyId()).isEmpty();
    }

    @Test
    void aSecondPrepareLeavesAnOrphanRootThatNobodyCanTaint() {
        String orphan = prepare(Kind.X509);
        String prepared = prepare(Kind.X509);

        assertThat(inBundle(Kind.X509)).contains(orphan, prepared);
        assertThat(slots(Kind.X509).prepared().map(Slot::authorityId)).contains(prepared);
        assertThat(tainting(Kind.X509, orphan)).isEqualTo("WRONG_ORDER unexpected authority ID");
        assertThat(activating(Kind.X509, orphan)).isEqualTo("WRONG_ORDER unexpected authority ID");
        assertThat(revoking(Kind.X509, orphan))
                .isEqualTo(
                        "WRONG_ORDER invalid authority ID: only Old local authority can be"
                                + " revoked");
    }

    @Test
    void theNextPrepareEmptiesTheOldSlot() {
        String old = rotate(Kind.X509);
        prepare(Kind.X509);

        assertThat(slots(Kind.X509).old()).isEqualTo(Optional.empty());
        assertThat(inBundle(Kind.X509)).contains(old);
        assertThat(tainting(Kind.X509, old)).isEqualTo("WRONG_ORDER unexpected authority ID");
    }

    @Test
    void refusesX509StepsInTheWrongOrder() {
        refusesSteps(Kind.X509);
    }

    @Test
    void refusesJwtStepsInTheWrongOrder() {
        refusesSteps(Kind.JWT);
    }

    private void refusesSteps(Kind kind) {
        String first = active(kind);
        assertThat(tainting(kind, first))
                .isEqualTo("WRONG_ORDER unable to taint current local authority");
        assertThat(revoking(kind, first))
                .isEqualTo("WRONG_ORDER invalid authority ID: unable to use current authority");

        String second = prepare(kind);
        assertThat(tainting(kind, second))
                .isEqualTo(
                        "WRONG_ORDER only Old local authorities can be tainted: unsupported local"
                                + " authority status: PREPARED");
        value(server().authorities().activate(kind, second));
        assertThat(activating(kind, first))
                .isEqualTo(
                        "WRONG_ORDER only Prepared authorities can be activated: unsupported local"
                                + " authority status: OLD");
        assertThat(revoking(kind, first))
                .isEqualTo(
                        "WRONG_ORDER failed to revoke "
                                + name(
                                        kind,
                                        "X.509 authority: it is not possible to revoke an untainted"
                                                + " root CA",
                                        "JWT authority: it is not possible to revoke an untainted"
                                                + " key"));

        value(server().authorities().taint(kind, first));
        assertThat(tainting(kind, first))
                .isEqualTo(
                        "WRONG_ORDER failed to taint "
                                + name(
                                        kind,
                                        "X.509 authority: root CA is already tainted",
                                        "JWT authority: key is already tainted"));
        value(server().authorities().revoke(kind, first));
        assertThat(revoking(kind, first))
                .isEqualTo(
                        "WRONG_ORDER failed to revoke "
                                + name(
                                        kind,
                                        "X.509 authority: no root CA found with provided subject"
                                                + " key ID",
                                        "JWT authority: no JWT Key found with provided key ID"));
    }

    @Test
    void aRevokedX509AuthorityCanNotBeTainted() {
        String old = rotate(Kind.X509);
        value(server().authorities().taint(Kind.X509, old));
        value(server().authorities().revoke(Kind.X509, old));

        assertThat(tainting(Kind.X509, old))
                .isEqualTo(
                        "WRONG_ORDER failed to taint X.509 authority: no ca found with provided"
                                + " subject key ID");
    }

    @Test
    void aPreparedAuthorityCanNotBeRevoked() {
        assertThat(revoking(Kind.X509, prepare(Kind.X509)))
                .isEqualTo(
                        "WRONG_ORDER invalid authority ID: only Old local authority can be"
                                + " revoked");
        assertThat(failure(server().authorities().revoke(Kind.JWT, prepare(Kind.JWT))).detail())
                .isEqualTo("invalid authority ID: unable to use a prepared key");
    }

    @Test
    void aTaintedJwtKeyCanBeRevokedAfterItHasLeftItsSlot() {
        String old = rotate(Kind.JWT);
        value(server().authorities().taint(Kind.JWT, old));
        prepare(Kind.JWT);

        assertThat(slots(Kind.JWT).old()).isEqualTo(Optional.empty());
        value(server().authorities().revoke(Kind.JWT, old));
        assertThat(inBundle(Kind.JWT)).doesNotContain(old);
    }

    @Test
    void refusesAnEmptyAndAnUnknownId() {
        assertThat(failure(server().authorities().taint(Kind.X509, "")))
                .isEqualTo(
                        new Failure(
                                Reason.REFUSED,
                                "LocalAuthority/TaintX509Authority",
                                "no authority ID provided"));
        assertThat(failure(server().authorities().revoke(Kind.X509, "")).detail())
                .isEqualTo("invalid authority ID: no authority ID provided");
        assertThat(failure(server().authorities().revoke(Kind.JWT, "nothing")).detail())
                .isEqualTo(
                        "invalid authority ID: no JWT authority found with provided authority ID");
    }

    @Test
    void hasNoUpstreamAuthorityAndNoWit() {
        assertThat(failure(server().authorities().taintUpstream("")).detail())
                .isEqualTo("upstream authority is not configured");
        assertThat(failure(server().authorities().revokeUpstream("")).detail())
                .isEqualTo("upstream authority is not configured");
        assertThat(refusal(server().authorities().slots(Kind.WIT)))
                .isEqualTo("OLDER_SERVER WIT-SVID functionality is not yet implemented");
        assertThat(refusal(server().authorities().prepare(Kind.WIT)))
                .isEqualTo("OLDER_SERVER WIT-SVID functionality is not yet implemented");
    }
}
