package dev.curfew.spire;

import dev.curfew.outcome.Outcome;
import dev.curfew.wire.spire.debug.DebugGrpc;
import dev.curfew.wire.spire.debug.GetInfoRequest;
import dev.curfew.wire.spire.logger.GetLoggerRequest;
import dev.curfew.wire.spire.logger.LoggerGrpc;
import dev.curfew.wire.spire.logger.ResetLogLevelRequest;
import dev.curfew.wire.spire.logger.SetLogLevelRequest;
import dev.curfew.wire.spire.types.LogLevel;
import dev.curfew.wire.spire.types.Logger;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The server process itself: debug, log level, health. SPIRE offers these on its own socket alone;
 * over TCP they fail with LOCAL_ONLY. Any thread; blocks.
 */
public final class ServerProcess {
    private final Rpc rpc;
    private final DebugGrpc.DebugBlockingStub debug;
    private final LoggerGrpc.LoggerBlockingStub logger;
    private final HealthGrpc.HealthBlockingStub health;

    ServerProcess(Rpc rpc) {
        this.rpc = rpc;
        this.debug = rpc.stub(DebugGrpc::newBlockingStub);
        this.logger = rpc.stub(LoggerGrpc::newBlockingStub);
        this.health = rpc.stub(HealthGrpc::newBlockingStub);
    }

    /** Counts are up to 5 s old: the server keeps its answer that long. */
    public record Info(
            Duration uptime, int nodes, int entries, int federatedBundles, List<ChainLink> chain) {
        public record ChainLink(String spiffeId, String subject, Instant expiresAt) {}
    }

    /** SPIRE's log levels. */
    public enum Level {
        PANIC,
        FATAL,
        ERROR,
        WARN,
        INFO,
        DEBUG,
        TRACE
    }

    /** Names of levels; a level that we do not know shows as UNRECOGNIZED. */
    public record LogLevels(String current, String atLaunch) {}

    public Outcome<Info> info() {
        return rpc.read(
                        "spire.api.server.debug.v1.Debug/GetInfo",
                        debug,
                        s -> s.getInfo(GetInfoRequest.getDefaultInstance()))
                .map(r ->
                        new Info(
                                Duration.ofSeconds(r.getUptime()),
                                r.getAgentsCount(),
                                r.getEntriesCount(),
                                r.getFederatedBundlesCount(),
                                r.getSvidChainList().stream()
                                        .map(c ->
                                                new Info.ChainLink(
                                                        "spiffe://"
                                                                + c.getId().getTrustDomain()
                                                                + c.getId().getPath(),
                                                        c.getSubject(),
                                                        Instant.ofEpochSecond(c.getExpiresAt())))
                                        .toList()));
    }

    public Outcome<LogLevels> logLevels() {
        return rpc.read(
                        "spire.api.server.logger.v1.Logger/GetLogger",
                        logger,
                        s -> s.getLogger(GetLoggerRequest.getDefaultInstance()))
                .map(ServerProcess::levels);
    }

    public Outcome<LogLevels> setLogLevel(Level level) {
        return rpc.write(
                        "spire.api.server.logger.v1.Logger/SetLogLevel",
                        logger,
                        s ->
                                s.setLogLevel(
                                        SetLogLevelRequest.newBuilder()
                                                .setNewLevel(LogLevel.valueOf(level.name()))
                                                .build()))
                .map(ServerProcess::levels);
    }

    public Outcome<LogLevels> resetLogLevel() {
        return rpc.write(
                        "spire.api.server.logger.v1.Logger/ResetLogLevel",
                        logger,
                        s -> s.resetLogLevel(ResetLogLevelRequest.getDefaultInstance()))
                .map(ServerProcess::levels);
    }

    /** True: the server says that it serves. */
    public Outcome<Boolean> serving() {
        return rpc.read(
                        "grpc.health.v1.Health/Check",
                        health,
                        s -> s.check(HealthCheckRequest.getDefaultInstance()))
                .map(r -> r.getStatus() == ServingStatus.SERVING);
    }

    private static LogLevels levels(Logger wire) {
        return new LogLevels(wire.getCurrentLevel().name(), wire.getLaunchLevel().name());
    }
}
