package dev.curfew.lab;

import static dev.curfew.lab.TestServer.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.wire.spire.bundle.GetBundleRequest;
import dev.curfew.wire.spire.localauthority.*;
import dev.curfew.wire.spire.types.Bundle;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalAuthorityTest {
    private TestServer acme;

    @BeforeEach
    void start() throws Exception {
        acme = TestServer.empty();
    }

    @AfterEach
    void stop() throws Exception {
        acme.close();
    }

    private GetX509AuthorityStateResponse x509() {
        return acme.authorities()
                .getX509AuthorityState(GetX509AuthorityStateRequest.getDefaultInstance());
    }

    private GetJWTAuthorityStateResponse jwt() {
        return acme.authorities()
                .getJWTAuthorityState(GetJWTAuthorityStateRequest.getDefaultInstance());
    }

    private Bundle bundle() {
        return acme.bundles().getBundle(GetBundleRequest.getDefaultInstance());
    }

    private String prepareX509() {
        return acme.authorities()
                .prepareX509Authority(PrepareX509AuthorityRequest.getDefaultInstance())
                .getPreparedAuthority()
                .getAuthorityId();
    }

    private void activateX509(String id) {
        acme.authorities()
                .activateX509Authority(
                        ActivateX509AuthorityRequest.newBuilder().setAuthorityId(id).build());
    }

    private void taintX509(String id) {
        acme.authorities()
                .taintX509Authority(
                        TaintX509AuthorityRequest.newBuilder().setAuthorityId(id).build());
    }

    private void revokeX509(String id) {
        acme.authorities()
                .revokeX509Authority(
                        RevokeX509AuthorityRequest.newBuilder().setAuthorityId(id).build());
    }

    private String prepareJwt() {
        return acme.authorities()
                .prepareJWTAuthority(PrepareJWTAuthorityRequest.getDefaultInstance())
                .getPreparedAuthority()
                .getAuthorityId();
    }

    private void activateJwt(String id) {
        acme.authorities()
                .activateJWTAuthority(
                        ActivateJWTAuthorityRequest.newBuilder().setAuthorityId(id).build());
    }

    private void taintJwt(String id) {
        acme.authorities()
                .taintJWTAuthority(
                        TaintJWTAuthorityRequest.newBuilder().setAuthorityId(id).build());
    }

    private void revokeJwt(String id) {
        acme.authorities()
                .revokeJWTAuthority(
                        RevokeJWTAuthorityRequest.newBuilder().setAuthorityId(id).build());
    }

    @Test
    void startsWithOneAuthorityOfEachKindThatLivesADay() {
        var dayAfter = acme.now().plus(Duration.ofHours(24)).getEpochSecond();

        assertThat(x509().getActive().getExpiresAt()).isEqualTo(dayAfter);
        assertThat(x509().getActive().getAuthorityId()).matches("[0-9a-f]{40}");
        assertThat(x509().getActive().getUpstreamAuthoritySubjectKeyId()).isEmpty();
        assertThat(x509().hasPrepared()).isFalse();
        assertThat(x509().hasOld()).isFalse();
        assertThat(jwt().getActive().getExpiresAt()).isEqualTo(dayAfter);
        assertThat(bundle().getX509AuthoritiesCount()).isEqualTo(1);
        assertThat(bundle().getJwtAuthorities(0).getKeyId())
                .isEqualTo(jwt().getActive().getAuthorityId());
        assertThat(bundle().getSequenceNumber()).isEqualTo(1);
        assertThat(bundle().getRefreshHint()).isZero();
    }

    @Test
    void rotatesX509FromPrepareToRevoke() {
        var first = x509().getActive().getAuthorityId();
        var second = prepareX509();
        assertThat(x509().getPrepared().getAuthorityId()).isEqualTo(second);
        assertThat(bundle().getX509AuthoritiesCount()).isEqualTo(2);

        activateX509(second);
        assertThat(x509().getActive().getAuthorityId()).isEqualTo(second);
        assertThat(x509().getOld().getAuthorityId()).isEqualTo(first);
        assertThat(x509().hasPrepared()).isFalse();

        taintX509(first);
        assertThat(bundle().getX509Authorities(0).getTainted()).isTrue();
        assertThat(bundle().getX509Authorities(1).getTainted()).isFalse();

        revokeX509(first);
        assertThat(bundle().getX509AuthoritiesCount()).isEqualTo(1);
        assertThat(bundle().getSequenceNumber()).isEqualTo(4);
        assertThat(x509().getOld().getAuthorityId()).isEqualTo(first);
    }

    @Test
    void aSecondPrepareLeavesAnOrphanRootThatNobodyCanTaint() {
        var orphan = prepareX509();
        var prepared = prepareX509();

        assertThat(bundle().getX509AuthoritiesCount()).isEqualTo(3);
        assertThat(x509().getPrepared().getAuthorityId()).isEqualTo(prepared);
        assertThat(refusal(() -> taintX509(orphan)))
                .isEqualTo("INVALID_ARGUMENT unexpected authority ID");
        assertThat(refusal(() -> revokeX509(orphan)))
                .isEqualTo(
                        "INVALID_ARGUMENT invalid authority ID: only Old local authority can be"
                                + " revoked");
        assertThat(refusal(() -> activateX509(orphan)))
                .isEqualTo("INVALID_ARGUMENT unexpected authority ID");
    }

    @Test
    void refusesX509StepsInTheWrongOrder() {
        var first = x509().getActive().getAuthorityId();
        assertThat(refusal(() -> taintX509("")))
                .isEqualTo("INVALID_ARGUMENT no authority ID provided");
        assertThat(refusal(() -> taintX509(first)))
                .isEqualTo("INVALID_ARGUMENT unable to taint current local authority");
        assertThat(refusal(() -> revokeX509(first)))
                .isEqualTo(
                        "INVALID_ARGUMENT invalid authority ID: unable to use current authority");
        assertThat(refusal(() -> revokeX509("")))
                .isEqualTo("INVALID_ARGUMENT invalid authority ID: no authority ID provided");

        var second = prepareX509();
        assertThat(refusal(() -> taintX509(second)))
                .isEqualTo(
                        "INVALID_ARGUMENT only Old local authorities can be tainted: unsupported"
                                + " local authority status: PREPARED");
        assertThat(refusal(() -> activateX509(second.toUpperCase(java.util.Locale.ROOT))))
                .isEqualTo("INVALID_ARGUMENT unexpected authority ID");

        activateX509(second);
        assertThat(refusal(() -> activateX509(first)))
                .isEqualTo(
                        "INTERNAL only Prepared authorities can be activated: unsupported local"
                                + " authority status: OLD");
        assertThat(refusal(() -> revokeX509(first)))
                .isEqualTo(
                        "INTERNAL failed to revoke X.509 authority: it is not possible to revoke an"
                                + " untainted root CA");
        taintX509(first);
        assertThat(refusal(() -> taintX509(first)))
                .isEqualTo("INTERNAL failed to taint X.509 authority: root CA is already tainted");
        revokeX509(first);
        assertThat(refusal(() -> revokeX509(first)))
                .isEqualTo(
                        "INTERNAL failed to revoke X.509 authority: no root CA found with provided"
                                + " subject key ID");
        assertThat(refusal(() -> taintX509(first)))
                .isEqualTo(
                        "INTERNAL failed to taint X.509 authority: no ca found with provided"
                                + " subject key ID");
    }

    @Test
    void refusesJwtStepsInTheWrongOrder() {
        var first = jwt().getActive().getAuthorityId();
        assertThat(refusal(() -> taintJwt(first)))
                .isEqualTo("INVALID_ARGUMENT unable to taint current local authority");
        assertThat(refusal(() -> revokeJwt("nothing")))
                .isEqualTo(
                        "INVALID_ARGUMENT invalid authority ID: no JWT authority found with"
                                + " provided authority ID");
        var second = prepareJwt();
        assertThat(refusal(() -> revokeJwt(second)))
                .isEqualTo("INVALID_ARGUMENT invalid authority ID: unable to use a prepared key");
        activateJwt(second);
        assertThat(refusal(() -> revokeJwt(first)))
                .isEqualTo(
                        "INTERNAL failed to revoke JWT authority: it is not possible to revoke an"
                                + " untainted key");
        taintJwt(first);
        assertThat(bundle().getJwtAuthorities(0).getTainted()).isTrue();
        assertThat(refusal(() -> taintJwt(first)))
                .isEqualTo("INTERNAL failed to taint JWT authority: key is already tainted");
        revokeJwt(first);
        assertThat(bundle().getJwtAuthoritiesCount()).isEqualTo(1);
        assertThat(refusal(() -> revokeJwt(first)))
                .isEqualTo(
                        "INTERNAL failed to revoke JWT authority: no JWT Key found with provided"
                                + " key ID");
    }

    @Test
    void aTaintedJwtKeyCanBeRevokedAfterItHasLeftItsSlot() {
        var first = jwt().getActive().getAuthorityId();
        activateJwt(prepareJwt());
        taintJwt(first);
        prepareJwt();

        assertThat(jwt().hasOld()).isFalse();
        revokeJwt(first);

        assertThat(bundle().getJwtAuthoritiesList()).noneMatch(key -> key.getKeyId().equals(first));
    }

    @Test
    void hasNoUpstreamAuthorityAndNoWit() {
        assertThat(
                        refusal(() ->
                                acme.authorities()
                                        .taintX509UpstreamAuthority(
                                                TaintX509UpstreamAuthorityRequest
                                                        .getDefaultInstance())))
                .isEqualTo("FAILED_PRECONDITION upstream authority is not configured");
        assertThat(
                        refusal(() ->
                                acme.authorities()
                                        .revokeX509UpstreamAuthority(
                                                RevokeX509UpstreamAuthorityRequest
                                                        .getDefaultInstance())))
                .isEqualTo("FAILED_PRECONDITION upstream authority is not configured");
        assertThat(
                        refusal(() ->
                                acme.authorities()
                                        .getWITAuthorityState(
                                                GetWITAuthorityStateRequest.getDefaultInstance())))
                .isEqualTo("UNIMPLEMENTED WIT-SVID functionality is not yet implemented");
    }

    @Test
    void rotatesByItselfAtHalfAndAtFiveSixthsOfALife() {
        var first = x509().getActive().getAuthorityId();
        acme.pass(Duration.ofHours(12));
        assertThat(x509().hasPrepared()).isFalse();
        acme.pass(Duration.ofSeconds(11));
        var prepared = x509().getPrepared().getAuthorityId();
        assertThat(prepared).isNotEmpty();
        acme.pass(Duration.ofHours(8).minusSeconds(30));
        assertThat(x509().getActive().getAuthorityId()).isEqualTo(first);
        acme.pass(Duration.ofSeconds(40));
        assertThat(x509().getActive().getAuthorityId()).isEqualTo(prepared);
        assertThat(x509().getOld().getAuthorityId()).isEqualTo(first);
        assertThat(jwt().hasOld()).isTrue();
    }
}
