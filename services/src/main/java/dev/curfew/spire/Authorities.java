package dev.curfew.spire;

import dev.curfew.identity.AuthoritySlots;
import dev.curfew.identity.AuthoritySlots.Kind;
import dev.curfew.identity.AuthoritySlots.Slot;
import dev.curfew.outcome.Outcome;
import dev.curfew.wire.spire.localauthority.ActivateJWTAuthorityRequest;
import dev.curfew.wire.spire.localauthority.ActivateWITAuthorityRequest;
import dev.curfew.wire.spire.localauthority.ActivateX509AuthorityRequest;
import dev.curfew.wire.spire.localauthority.AuthorityState;
import dev.curfew.wire.spire.localauthority.GetJWTAuthorityStateRequest;
import dev.curfew.wire.spire.localauthority.GetWITAuthorityStateRequest;
import dev.curfew.wire.spire.localauthority.GetX509AuthorityStateRequest;
import dev.curfew.wire.spire.localauthority.LocalAuthorityGrpc;
import dev.curfew.wire.spire.localauthority.PrepareJWTAuthorityRequest;
import dev.curfew.wire.spire.localauthority.PrepareWITAuthorityRequest;
import dev.curfew.wire.spire.localauthority.PrepareX509AuthorityRequest;
import dev.curfew.wire.spire.localauthority.RevokeJWTAuthorityRequest;
import dev.curfew.wire.spire.localauthority.RevokeWITAuthorityRequest;
import dev.curfew.wire.spire.localauthority.RevokeX509AuthorityRequest;
import dev.curfew.wire.spire.localauthority.RevokeX509UpstreamAuthorityRequest;
import dev.curfew.wire.spire.localauthority.TaintJWTAuthorityRequest;
import dev.curfew.wire.spire.localauthority.TaintWITAuthorityRequest;
import dev.curfew.wire.spire.localauthority.TaintX509AuthorityRequest;
import dev.curfew.wire.spire.localauthority.TaintX509UpstreamAuthorityRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * The authorities of one server instance. The order prepare, activate, taint, revoke is the
 * server's to enforce; what must be waited for in between is the caller's. Any thread; blocks.
 */
public final class Authorities {
    private static final String SERVICE = "spire.api.server.localauthority.v1.LocalAuthority/";
    private final Rpc rpc;
    private final LocalAuthorityGrpc.LocalAuthorityBlockingStub stub;

    Authorities(Rpc rpc) {
        this.rpc = rpc;
        this.stub = rpc.stub(LocalAuthorityGrpc::newBlockingStub);
    }

    /** The three slots. WIT fails with OLDER_SERVER up to SPIRE 1.15. */
    public Outcome<AuthoritySlots> slots(Kind kind) {
        String method = SERVICE + "Get" + kind + "AuthorityState";
        return switch (kind) {
            case X509 ->
                    rpc.read(
                                    method,
                                    stub,
                                    s ->
                                            s.getX509AuthorityState(
                                                    GetX509AuthorityStateRequest
                                                            .getDefaultInstance()))
                            .map(r -> slots(kind, r.getActive(), r.getPrepared(), r.getOld()));
            case JWT ->
                    rpc.read(
                                    method,
                                    stub,
                                    s ->
                                            s.getJWTAuthorityState(
                                                    GetJWTAuthorityStateRequest
                                                            .getDefaultInstance()))
                            .map(r -> slots(kind, r.getActive(), r.getPrepared(), r.getOld()));
            case WIT ->
                    rpc.read(
                                    method,
                                    stub,
                                    s ->
                                            s.getWITAuthorityState(
                                                    GetWITAuthorityStateRequest
                                                            .getDefaultInstance()))
                            .map(r -> slots(kind, r.getActive(), r.getPrepared(), r.getOld()));
        };
    }

    /**
     * Makes the next authority. A prepared one is replaced, and its root stays in the bundle for
     * good.
     */
    public Outcome<Slot> prepare(Kind kind) {
        String method = SERVICE + "Prepare" + kind + "Authority";
        return switch (kind) {
            case X509 ->
                    rpc.write(
                                    method,
                                    stub,
                                    s ->
                                            s.prepareX509Authority(
                                                    PrepareX509AuthorityRequest
                                                            .getDefaultInstance()))
                            .map(r -> slot(r.getPreparedAuthority()));
            case JWT ->
                    rpc.write(
                                    method,
                                    stub,
                                    s ->
                                            s.prepareJWTAuthority(
                                                    PrepareJWTAuthorityRequest
                                                            .getDefaultInstance()))
                            .map(r -> slot(r.getPreparedAuthority()));
            case WIT ->
                    rpc.write(
                                    method,
                                    stub,
                                    s ->
                                            s.prepareWITAuthority(
                                                    PrepareWITAuthorityRequest
                                                            .getDefaultInstance()))
                            .map(r -> slot(r.getPreparedAuthority()));
        };
    }

    /** Signs with the prepared authority from now on; what was signed before stays valid. */
    public Outcome<Slot> activate(Kind kind, String authorityId) {
        String method = SERVICE + "Activate" + kind + "Authority";
        return switch (kind) {
            case X509 ->
                    rpc.write(
                                    method,
                                    stub,
                                    s ->
                                            s.activateX509Authority(
                                                    ActivateX509AuthorityRequest.newBuilder()
                                                            .setAuthorityId(authorityId)
                                                            .build()))
                            .map(r -> slot(r.getActivatedAuthority()));
            case JWT ->
                    rpc.write(
                                    method,
                                    stub,
                                    s ->
                                            s.activateJWTAuthority(
                                                    ActivateJWTAuthorityRequest.newBuilder()
                                                            .setAuthorityId(authorityId)
                                                            .build()))
                            .map(r -> slot(r.getActivatedAuthority()));
            case WIT ->
                    rpc.write(
                                    method,
                                    stub,
                                    s ->
                                            s.activateWITAuthority(
                                                    ActivateWITAuthorityRequest.newBuilder()
                                                            .setAuthorityId(authorityId)
                                                            .build()))
                            .map(r -> slot(r.getActivatedAuthority()));
        };
    }

    /**
     * Has agents replace what an old authority signed. Only the one in the old slot can be tainted.
     */
    public Outcome<Slot> taint(Kind kind, String authorityId) {
        String method = SERVICE + "Taint" + kind + "Authority";
        return switch (kind) {
            case X509 ->
                    rpc.write(
                                    method,
                                    stub,
                                    s ->
                                            s.taintX509Authority(
                                                    TaintX509AuthorityRequest.newBuilder()
                                                            .setAuthorityId(authorityId)
                                                            .build()))
                            .map(r -> slot(r.getTaintedAuthority()));
            case JWT ->
                    rpc.write(
                                    method,
                                    stub,
                                    s ->
                                            s.taintJWTAuthority(
                                                    TaintJWTAuthorityRequest.newBuilder()
                                                            .setAuthorityId(authorityId)
                                                            .build()))
                            .map(r -> slot(r.getTaintedAuthority()));
            case WIT ->
                    rpc.write(
                                    method,
                                    stub,
                                    s ->
                                            s.taintWITAuthority(
                                                    TaintWITAuthorityRequest.newBuilder()
                                                            .setAuthorityId(authorityId)
                                                            .build()))
                            .map(r -> slot(r.getTaintedAuthority()));
        };
    }

    /**
     * Takes a tainted authority out of the bundle. Nodes that have not seen the taint are locked
     * out for good.
     */
    public Outcome<Slot> revoke(Kind kind, String authorityId) {
        String method = SERVICE + "Revoke" + kind + "Authority";
        return switch (kind) {
            case X509 ->
                    rpc.write(
                                    method,
                                    stub,
                                    s ->
                                            s.revokeX509Authority(
                                                    RevokeX509AuthorityRequest.newBuilder()
                                                            .setAuthorityId(authorityId)
                                                            .build()))
                            .map(r -> slot(r.getRevokedAuthority()));
            case JWT ->
                    rpc.write(
                                    method,
                                    stub,
                                    s ->
                                            s.revokeJWTAuthority(
                                                    RevokeJWTAuthorityRequest.newBuilder()
                                                            .setAuthorityId(authorityId)
                                                            .build()))
                            .map(r -> slot(r.getRevokedAuthority()));
            case WIT ->
                    rpc.write(
                                    method,
                                    stub,
                                    s ->
                                            s.revokeWITAuthority(
                                                    RevokeWITAuthorityRequest.newBuilder()
                                                            .setAuthorityId(authorityId)
                                                            .build()))
                            .map(r -> slot(r.getRevokedAuthority()));
        };
    }

    /** Taints an upstream authority by its subject key id (lower-case hex). */
    public Outcome<String> taintUpstream(String subjectKeyId) {
        return rpc.write(
                        SERVICE + "TaintX509UpstreamAuthority",
                        stub,
                        s ->
                                s.taintX509UpstreamAuthority(
                                        TaintX509UpstreamAuthorityRequest.newBuilder()
                                                .setSubjectKeyId(subjectKeyId)
                                                .build()))
                .map(r -> r.getUpstreamAuthoritySubjectKeyId());
    }

    /** Revokes an upstream authority by its subject key id (lower-case hex). */
    public Outcome<String> revokeUpstream(String subjectKeyId) {
        return rpc.write(
                        SERVICE + "RevokeX509UpstreamAuthority",
                        stub,
                        s ->
                                s.revokeX509UpstreamAuthority(
                                        RevokeX509UpstreamAuthorityRequest.newBuilder()
                                                .setSubjectKeyId(subjectKeyId)
                                                .build()))
                .map(r -> r.getUpstreamAuthoritySubjectKeyId());
    }

    private static AuthoritySlots slots(
            Kind kind, AuthorityState active, AuthorityState prepared, AuthorityState old) {
        return new AuthoritySlots(kind, filled(active), filled(prepared), filled(old));
    }

    private static Optional<Slot> filled(AuthorityState state) {
        return state.getAuthorityId().isEmpty() ? Optional.empty() : Optional.of(slot(state));
    }

    private static Slot slot(AuthorityState state) {
        return new Slot(
                state.getAuthorityId(),
                Instant.ofEpochSecond(state.getExpiresAt()),
                state.getUpstreamAuthoritySubjectKeyId());
    }
}
