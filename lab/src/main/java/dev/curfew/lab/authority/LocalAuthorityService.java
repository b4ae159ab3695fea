package dev.curfew.lab.authority;

import dev.curfew.lab.rpc.Answers;
import dev.curfew.lab.rpc.Refusal;
import dev.curfew.wire.spire.localauthority.*;
import io.grpc.Status.Code;
import io.grpc.stub.StreamObserver;

/** The local authority service of a server without an upstream authority. */
public final class LocalAuthorityService extends LocalAuthorityGrpc.LocalAuthorityImplBase {
    private final X509Authorities x509;
    private final JwtAuthorities jwt;

    /** Serves the authorities of one server. */
    public LocalAuthorityService(X509Authorities x509, JwtAuthorities jwt) {
        this.x509 = x509;
        this.jwt = jwt;
    }

    @Override
    public void getX509AuthorityState(
            GetX509AuthorityStateRequest request,
            StreamObserver<GetX509AuthorityStateResponse> caller) {
        Answers.answer(
                caller,
                () -> {
                    var reply = GetX509AuthorityStateResponse.newBuilder();
                    reply.setActive(state(x509.active()));
                    x509.prepared().map(LocalAuthorityService::state).ifPresent(reply::setPrepared);
                    x509.old().map(LocalAuthorityService::state).ifPresent(reply::setOld);
                    return reply.build();
                });
    }

    @Override
    public void prepareX509Authority(
            PrepareX509AuthorityRequest request,
            StreamObserver<PrepareX509AuthorityResponse> caller) {
        Answers.answer(
                caller,
                () ->
                        PrepareX509AuthorityResponse.newBuilder()
                                .setPreparedAuthority(state(x509.prepare()))
                                .build());
    }

    @Override
    public void activateX509Authority(
            ActivateX509AuthorityRequest request,
            StreamObserver<ActivateX509AuthorityResponse> caller) {
        Answers.answer(
                caller,
                () ->
                        ActivateX509AuthorityResponse.newBuilder()
                                .setActivatedAuthority(
                                        state(x509.activate(request.getAuthorityId())))
                                .build());
    }

    @Override
    public void taintX509Authority(
            TaintX509AuthorityRequest request, StreamObserver<TaintX509AuthorityResponse> caller) {
        Answers.answer(
                caller,
                () ->
                        TaintX509AuthorityResponse.newBuilder()
                                .setTaintedAuthority(state(x509.taint(request.getAuthorityId())))
                                .build());
    }

    @Override
    public void revokeX509Authority(
            RevokeX509AuthorityRequest request,
            StreamObserver<RevokeX509AuthorityResponse> caller) {
        Answers.answer(
                caller,
                () -> {
                    x509.revoke(request.getAuthorityId());
                    return RevokeX509AuthorityResponse.newBuilder()
                            .setRevokedAuthority(named(request.getAuthorityId()))
                            .build();
                });
    }

    @Override
    public void taintX509UpstreamAuthority(
            TaintX509UpstreamAuthorityRequest request,
            StreamObserver<TaintX509UpstreamAuthorityResponse> caller) {
        refuse(caller, Code.FAILED_PRECONDITION, "upstream authority is not configured");
    }

    @Override
    public void revokeX509UpstreamAuthority(
            RevokeX509UpstreamAuthorityRequest request,
            StreamObserver<RevokeX509UpstreamAuthorityResponse> caller) {
        refuse(caller, Code.FAILED_PRECONDITION, "upstream authority is not configured");
    }

    @Override
    public void getJWTAuthorityState(
            GetJWTAuthorityStateRequest request,
            StreamObserver<GetJWTAuthorityStateResponse> caller) {
        Answers.answer(
                caller,
                () -> {
                    var reply = GetJWTAuthorityStateResponse.newBuilder();
                    reply.setActive(state(jwt.active()));
                    jwt.prepared().map(LocalAuthorityService::state).ifPresent(reply::setPrepared);
                    jwt.old().map(LocalAuthorityService::state).ifPresent(reply::setOld);
                    return reply.build();
                });
    }

    @Override
    public void prepareJWTAuthority(
            PrepareJWTAuthorityRequest request,
            StreamObserver<PrepareJWTAuthorityResponse> caller) {
        Answers.answer(
                caller,
                () ->
                        PrepareJWTAuthorityResponse.newBuilder()
                                .setPreparedAuthority(state(jwt.prepare()))
                                .build());
    }

    @Override
    public void activateJWTAuthority(
            ActivateJWTAuthorityRequest request,
            StreamObserver<ActivateJWTAuthorityResponse> caller) {
        Answers.answer(
                caller,
                () ->
                        ActivateJWTAuthorityResponse.newBuilder()
                                .setActivatedAuthority(
                                        state(jwt.activate(request.getAuthorityId())))
                                .build());
    }

    @Override
    public void taintJWTAuthority(
            TaintJWTAuthorityRequest request, StreamObserver<TaintJWTAuthorityResponse> caller) {
        Answers.answer(
                caller,
                () -> {
                    jwt.taint(request.getAuthorityId());
                    return TaintJWTAuthorityResponse.newBuilder()
                            .setTaintedAuthority(named(request.getAuthorityId()))
                            .build();
                });
    }

    @Override
    public void revokeJWTAuthority(
            RevokeJWTAuthorityRequest request, StreamObserver<RevokeJWTAuthorityResponse> caller) {
        Answers.answer(
                caller,
                () -> {
                    jwt.revoke(request.getAuthorityId());
                    return RevokeJWTAuthorityResponse.newBuilder()
                            .setRevokedAuthority(named(request.getAuthorityId()))
                            .build();
                });
    }

    @Override
    public void getWITAuthorityState(
            GetWITAuthorityStateRequest request,
            StreamObserver<GetWITAuthorityStateResponse> caller) {
        refuseWit(caller);
    }

    @Override
    public void prepareWITAuthority(
            PrepareWITAuthorityRequest request,
            StreamObserver<PrepareWITAuthorityResponse> caller) {
        refuseWit(caller);
    }

    @Override
    public void activateWITAuthority(
            ActivateWITAuthorityRequest request,
            StreamObserver<ActivateWITAuthorityResponse> caller) {
        refuseWit(caller);
    }

    @Override
    public void taintWITAuthority(
            TaintWITAuthorityRequest request, StreamObserver<TaintWITAuthorityResponse> caller) {
        refuseWit(caller);
    }

    @Override
    public void revokeWITAuthority(
            RevokeWITAuthorityRequest request, StreamObserver<RevokeWITAuthorityResponse> caller) {
        refuseWit(caller);
    }

    private static void refuseWit(StreamObserver<?> caller) {
        refuse(caller, Code.UNIMPLEMENTED, "WIT-SVID functionality is not yet implemented");
    }

    private static void refuse(StreamObserver<?> caller, Code code, String message) {
        caller.onError(new Refusal(code, message).toCall().asRuntimeException());
    }

    private static AuthorityState state(Authority authority) {
        return AuthorityState.newBuilder()
                .setAuthorityId(authority.id())
                .setExpiresAt(authority.notAfter().getEpochSecond())
                .build();
    }

    private static AuthorityState named(String id) {
        return AuthorityState.newBuilder().setAuthorityId(id).build();
    }
}
