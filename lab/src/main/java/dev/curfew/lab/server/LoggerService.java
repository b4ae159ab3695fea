package dev.curfew.lab.server;

import dev.curfew.lab.rpc.Answers;
import dev.curfew.lab.rpc.Refusal;
import dev.curfew.wire.spire.logger.GetLoggerRequest;
import dev.curfew.wire.spire.logger.LoggerGrpc;
import dev.curfew.wire.spire.logger.ResetLogLevelRequest;
import dev.curfew.wire.spire.logger.SetLogLevelRequest;
import dev.curfew.wire.spire.types.LogLevel;
import dev.curfew.wire.spire.types.Logger;
import io.grpc.stub.StreamObserver;

/** A log level that can be read and set; the lab logs nothing by it. */
final class LoggerService extends LoggerGrpc.LoggerImplBase {
    private static final LogLevel AT_LAUNCH = LogLevel.INFO;
    private volatile LogLevel current = AT_LAUNCH;

    @Override
    public void getLogger(GetLoggerRequest request, StreamObserver<Logger> caller) {
        Answers.answer(caller, this::logger);
    }

    @Override
    public void setLogLevel(SetLogLevelRequest request, StreamObserver<Logger> caller) {
        Answers.answer(
                caller,
                () -> {
                    current =
                            switch (request.getNewLevel()) {
                                case UNSPECIFIED ->
                                        throw Refusal.invalid(
                                                "newLevel value cannot be LogLevel_UNSPECIFIED");
                                case UNRECOGNIZED -> throw Refusal.invalid("unsupported log level");
                                default -> request.getNewLevel();
                            };
                    return logger();
                });
    }

    @Override
    public void resetLogLevel(ResetLogLevelRequest request, StreamObserver<Logger> caller) {
        Answers.answer(
                caller,
                () -> {
                    current = AT_LAUNCH;
                    return logger();
                });
    }

    private Logger logger() {
        return Logger.newBuilder().setCurrentLevel(current).setLaunchLevel(AT_LAUNCH).build();
    }
}
