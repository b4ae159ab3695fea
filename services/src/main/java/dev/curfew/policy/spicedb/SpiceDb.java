package dev.curfew.policy.spicedb;

import com.authzed.api.v1.ReadSchemaRequest;
import com.authzed.api.v1.ReadSchemaResponse;
import com.authzed.api.v1.SchemaServiceGrpc;
import dev.curfew.connect.BackendChannel;
import dev.curfew.connect.BackendChannels;
import dev.curfew.connect.BackendConnection;
import dev.curfew.connect.Secrets;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicyWarning;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Opens a SpiceDB server. */
public final class SpiceDb {
    private SpiceDb() {}

    /** Connects and reads the schema. Blocks. */
    public static Outcome<PolicyBackend> open(
            PolicyProfile profile, Secrets secrets, Clock clock, Duration deadline) {
        return BackendChannels.open(profile.connection(), secrets, new SpiceDbAnswers(), deadline)
                .then(channel -> {
                    Outcome<PolicyBackend> opened =
                            schema(channel)
                                    .map(schema ->
                                            new SpiceDbBackend(
                                                    profile.target(),
                                                    warnings(profile, channel),
                                                    new Place(channel, clock),
                                                    schema));
                    if (opened instanceof Outcome.Failed<PolicyBackend>) {
                        channel.close();
                    }
                    return opened;
                });
    }

    /** An empty one where none was written yet. */
    static Outcome<Schema> schema(BackendChannel channel) {
        Outcome<ReadSchemaResponse> answer =
                channel.read(
                        SchemaServiceGrpc.getReadSchemaMethod(),
                        ReadSchemaRequest.getDefaultInstance(),
                        channel.target());
        return switch (answer) {
            case Outcome.Ok<ReadSchemaResponse>(var read) ->
                    Outcome.ok(Schema.of(read.getSchemaText()));
            case Outcome.Failed<ReadSchemaResponse>(var failure) ->
                    switch (failure.reason()) {
                        case NOT_FOUND -> Outcome.ok(Schema.of(""));
                        case OLDER_SERVER ->
                                Outcome.failed(
                                        new Failure(
                                                Reason.NOT_A_BACKEND,
                                                channel.target(),
                                                failure.detail()));
                        default -> Outcome.failed(failure);
                    };
        };
    }

    private static List<PolicyWarning> warnings(PolicyProfile profile, BackendChannel channel) {
        List<PolicyWarning> warnings = new ArrayList<>();
        BackendConnection connection = profile.connection();
        if (connection.tls() instanceof BackendConnection.Tls.Plaintext
                && !connection.staysOnThisMachine()) {
            warnings.add(PolicyWarning.PLAINTEXT);
        }
        if (schema(channel.withoutKey()) instanceof Outcome.Ok<Schema>) {
            warnings.add(PolicyWarning.OPEN_ENGINE);
        }
        return warnings;
    }
}
