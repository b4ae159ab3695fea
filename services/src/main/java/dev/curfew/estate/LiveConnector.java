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

/** Opens connections to SPIRE servers. Any thread; blocks. */
public final class LiveConnector implements Connected.Connector {
    /** For each call; a page of thousands of entries on a busy database takes its time. */
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final Secrets secrets;

    public LiveConnector(Secrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public Outcome<Connected> open(ConnectionProfile profile) {
        return SpireChannels.open(profile, secrets).map(Live::new);
    }

    private static final class Live implements Connected {
        private final SpireChannel channel;
        private final SpireServer server;

        Live(SpireChannel channel) {
            this.channel = channel;
            this.server =
                    new SpireServer(
                            channel.grpc(),
                            (status, method) -> channel.failure(status, method),
                            DEADLINE);
        }

        @Override
        public SpireServer server() {
            return server;
        }

        @Override
        public Capabilities probe() {
            return CapabilityProbe.probe(channel);
        }

        @Override
        public void close() {
            channel.close();
        }
    }
}
