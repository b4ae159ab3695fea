package dev.curfew.lab.server;

import dev.curfew.lab.rpc.Refusal;
import io.grpc.Status.Code;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.stub.StreamObserver;

/** Health of the server as a whole. */
final class HealthService extends HealthGrpc.HealthImplBase {
    @Override
    public void check(HealthCheckRequest request, StreamObserver<HealthCheckResponse> caller) {
        if (!request.getService().isEmpty()) {
            refuse(caller, Code.INVALID_ARGUMENT, "per-service health is not supported");
            return;
        }
        caller.onNext(HealthCheckResponse.newBuilder().setStatus(ServingStatus.SERVING).build());
        caller.onCompleted();
    }

    @Override
    public void watch(HealthCheckRequest request, StreamObserver<HealthCheckResponse> caller) {
        refuse(caller, Code.UNIMPLEMENTED, "method Watch not implemented");
    }

    private static void refuse(StreamObserver<?> caller, Code code, String message) {
        caller.onError(new Refusal(code, message).toCall().asRuntimeException());
    }
}
