package dev.curfew.policy.openfga;

import com.google.protobuf.Int32Value;
import dev.curfew.connect.BackendChannel;
import dev.curfew.connect.BackendChannels;
import dev.curfew.connect.BackendConnection;
import dev.curfew.connect.Secrets;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicyTarget;
import dev.curfew.policy.PolicyWarning;
import dev.curfew.wire.openfga.GetStoreRequest;
import dev.curfew.wire.openfga.GetStoreResponse;
import dev.curfew.wire.openfga.ListStoresRequest;
import dev.curfew.wire.openfga.ListStoresResponse;
import dev.curfew.wire.openfga.OpenFGAServiceGrpc;
import dev.curfew.wire.openfga.ReadAuthorizationModelsRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Opens a store of an OpenFGA server. */
public final class OpenFga {
    private static final Pattern STORE_ID = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");
    private static final int STORES_A_PAGE = 100;
    private static final int MOST_STORE_PAGES = 20;
    private static final int NAMED_STORES = 10;

    private OpenFga() {}

    /** Connects, finds the store that is meant and reads its newest model. Blocks. */
    public static Outcome<PolicyBackend> open(
            PolicyProfile profile, Secrets secrets, Clock clock, Duration deadline) {
        return BackendChannels.open(profile.connection(), secrets, new OpenFgaAnswers(), deadline)
                .then(channel -> {
                    Outcome<PolicyBackend> opened =
                            store(channel, profile.target())
                                    .then(id -> open(profile, new Store(channel, id, clock)));
                    if (opened instanceof Outcome.Failed<PolicyBackend>) {
                        channel.close();
                    }
                    return opened;
                });
    }

    private static Outcome<PolicyBackend> open(PolicyProfile profile, Store store) {
        return model(store)
                .map(model ->
                        new OpenFgaBackend(
                                profile.target(),
                                warnings(profile, store.channel()),
                                store,
                                model));
    }

    /** The newest model; one without anything in it if the store has none. */
    static Outcome<Model> model(Store store) {
        return store.channel()
                .read(
                        OpenFGAServiceGrpc.getReadAuthorizationModelsMethod(),
                        ReadAuthorizationModelsRequest.newBuilder()
                                .setStoreId(store.id())
                                .setPageSize(Int32Value.of(1))
                                .build(),
                        store.id())
                .map(answer ->
                        answer.getAuthorizationModelsCount() == 0
                                ? Model.NONE
                                : new Model(answer.getAuthorizationModels(0)));
    }

    private static Outcome<String> store(BackendChannel channel, PolicyTarget target) {
        if (target.store().filter(name -> STORE_ID.matcher(name).matches()).isPresent()) {
            return named(channel, target.store().get());
        }
        return stores(channel)
                .then(stores -> {
                    List<dev.curfew.wire.openfga.Store> meant =
                            stores.stream()
                                    .filter(store ->
                                            target.store()
                                                    .map(store.getName()::equals)
                                                    .orElse(true))
                                    .toList();
                    return meant.size() == 1
                            ? Outcome.ok(meant.getFirst().getId())
                            : Outcome.failed(unclear(target, meant, stores));
                });
    }

    static Outcome<String> named(BackendChannel channel, String id) {
        Outcome<GetStoreResponse> answer =
                channel.read(
                        OpenFGAServiceGrpc.getGetStoreMethod(),
                        GetStoreRequest.newBuilder().setStoreId(id).build(),
                        id);
        return switch (answer) {
            case Outcome.Ok<GetStoreResponse>(var store) -> Outcome.ok(store.getId());
            case Outcome.Failed<GetStoreResponse>(var failure) ->
                    Outcome.failed(notOpenFga(failure, channel));
        };
    }

    private static Failure unclear(
            PolicyTarget target,
            List<dev.curfew.wire.openfga.Store> meant,
            List<dev.curfew.wire.openfga.Store> all) {
        String wanted = target.store().orElse(target.display());
        if (all.isEmpty()) {
            return new Failure(Reason.STORE_UNKNOWN, wanted, "the server has no store");
        }
        String which = meant.isEmpty() ? "there are " : "several are meant: ";
        return new Failure(
                Reason.STORE_UNKNOWN,
                wanted,
                which
                        + (meant.isEmpty() ? all : meant)
                                .stream()
                                        .limit(NAMED_STORES)
                                        .map(store -> store.getName() + " (" + store.getId() + ")")
                                        .collect(Collectors.joining(", ")));
    }

    private static Outcome<List<dev.curfew.wire.openfga.Store>> stores(BackendChannel channel) {
        List<dev.curfew.wire.openfga.Store> all = new ArrayList<>();
        String token = "";
        for (int page = 0; page < MOST_STORE_PAGES; page++) {
            switch (page(channel, token)) {
                case Outcome.Ok<ListStoresResponse>(var answer) -> {
                    all.addAll(answer.getStoresList());
                    token = answer.getContinuationToken();
                }
                case Outcome.Failed<ListStoresResponse>(var failure) -> {
                    return Outcome.failed(notOpenFga(failure, channel));
                }
            }
            if (token.isEmpty()) {
                break;
            }
        }
        return Outcome.ok(all);
    }

    private static Outcome<ListStoresResponse> page(BackendChannel channel, String token) {
        return channel.read(
                OpenFGAServiceGrpc.getListStoresMethod(),
                ListStoresRequest.newBuilder()
                        .setPageSize(Int32Value.of(STORES_A_PAGE))
                        .setContinuationToken(token)
                        .build(),
                channel.target());
    }

    /** Every OpenFGA has these calls, so a gRPC server without them is something else. */
    private static Failure notOpenFga(Failure failure, BackendChannel channel) {
        return failure.reason() == Reason.OLDER_SERVER
                ? new Failure(Reason.NOT_A_BACKEND, channel.target(), failure.detail())
                : failure;
    }

    private static List<PolicyWarning> warnings(PolicyProfile profile, BackendChannel channel) {
        List<PolicyWarning> warnings = new ArrayList<>();
        BackendConnection connection = profile.connection();
        if (connection.tls() instanceof BackendConnection.Tls.Plaintext
                && !connection.staysOnThisMachine()) {
            warnings.add(PolicyWarning.PLAINTEXT);
        }
        if (page(channel.withoutKey(), "") instanceof Outcome.Ok<ListStoresResponse>) {
            warnings.add(PolicyWarning.OPEN_ENGINE);
        }
        return warnings;
    }
}
