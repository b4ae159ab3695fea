package dev.curfew.estate;

import dev.curfew.connect.Capabilities;
import dev.curfew.connect.CapabilityProbe;
import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.Secrets;
import dev.curfew.connect.SpireChannel;
import dev.curfew.connect.SpireChannels;
import dev.curfew.outcome.Outcome;
import dev.curfew.spire.SpireServer;
import java.time.Duration;
import java.util.Optional;

/** Opens connections to SPIRE servers. Any thread; blocks. */
public final class LiveConnector implements Connected.Connector {
    /** For each call; a page of thousands of entries on a busy database takes its time. */
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private static final Duration GREETING = Duration.ofSeconds(10);

    private final Secrets secrets;
    private final Duration deadline;

    public LiveConnector(Secrets secrets) {
        this(secrets, DEADLINE);
    }

    /**
     * @param deadline of each call; the greeting and the probes have their own, shorter ones, which
     *     it shortens further
     */
    public LiveConnector(Secrets secrets, Duration deadline) {
        this.secrets = secrets;
        this.deadline = deadline;
    }

    @Override
    public Outcome<Connected> open(ConnectionProfile profile) {
        return SpireChannels.open(profile, secrets, atMost(GREETING))
                .map(channel -> new Live(channel, deadline, atMost(CapabilityProbe.PATIENCE)));
    }

    private Duration atMost(Duration other) {
        return deadline.compareTo(other) < 0 ? deadline : other;
    }

    private static final class Live implements Connected {
        private final SpireChannel channel;
        private final SpireServer server;
        private final Duration probePatience;

        Live(SpireChannel channel, Duration deadline, Duration probePatience) {
            this.channel = channel;
            this.probePatience = probePatience;
            this.server =
                    new SpireServer(
                            channel.grpc(),
                            (status, method) -> channel.failure(status, method),
                            deadline);
        }

        @Override
        public SpireServer server() {
            return server;
        }

        @Override
        public Capabilities probe() {
            return CapabilityProbe.probe(channel, probePatience);
        }

        @Override
        public void reconnectNow() {
            channel.reconnectNow();
        }

        @Override
        public Optional<Own> own() {
            return channel.ownId().flatMap(id -> channel.ownExpiry().map(end -> new Own(id, end)));
        }

        @Override
        public void close() {
            channel.close();
        }
    }
}
