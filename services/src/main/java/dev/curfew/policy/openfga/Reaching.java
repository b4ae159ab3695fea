package dev.curfew.policy.openfga;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.AccessQuestion.AccessContext;
import dev.curfew.policy.Consistency;
import dev.curfew.policy.Freshness;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicySubject;
import dev.curfew.policy.Reach;
import dev.curfew.wire.openfga.ListObjectsRequest;
import dev.curfew.wire.openfga.ListUsersRequest;
import dev.curfew.wire.openfga.OpenFGAServiceGrpc;
import dev.curfew.wire.openfga.StreamedListObjectsRequest;
import dev.curfew.wire.openfga.UserTypeFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what is reached. The server says nothing when it stops early, so an answer of its limit's
 * size or time is taken for a part.
 */
final class Reaching {
    private static final int LIMIT = 1000;
    private static final Duration TIME_LIMIT = Duration.ofMillis(2900);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Store store;
    private final Model model;

    Reaching(Store store, Model model) {
        this.store = store;
        this.model = model;
    }

    Outcome<Reach<PolicyEntity>> resources(
            PolicySubject subject, String action, String type, AccessContext context) {
        long began = System.nanoTime();
        Freshness freshness = store.freshness(Consistency.STRONGEST);
        List<String> found = new ArrayList<>();
        Outcome<Boolean> streamed =
                store.channel().stream(
                        OpenFGAServiceGrpc.getStreamedListObjectsMethod(),
                        StreamedListObjectsRequest.newBuilder()
                                .setStoreId(store.id())
                                .setType(type)
                                .setRelation(action)
                                .setUser(Names.write(subject))
                                .setContext(Checking.context(store, model, context.environment()))
                                .setConsistency(Store.wire(Consistency.STRONGEST))
                                .build(),
                        PATIENCE,
                        store.channel().target(),
                        answer -> found.add(answer.getObject()));
        return switch (streamed) {
            case Outcome.Ok<Boolean> _ -> Outcome.ok(reach(found, isInTime(began), freshness));
            case Outcome.Failed<Boolean>(var failure) ->
                    failure.reason() == Reason.OLDER_SERVER
                            ? atOnce(subject, action, type, context)
                            : Outcome.failed(failure);
        };
    }

    /** For servers that do not stream. */
    private Outcome<Reach<PolicyEntity>> atOnce(
            PolicySubject subject, String action, String type, AccessContext context) {
        long began = System.nanoTime();
        Freshness freshness = store.freshness(Consistency.STRONGEST);
        return store.channel()
                .read(
                        OpenFGAServiceGrpc.getListObjectsMethod(),
                        ListObjectsRequest.newBuilder()
                                .setStoreId(store.id())
                                .setType(type)
                                .setRelation(action)
                                .setUser(Names.write(subject))
                                .setContext(Checking.context(store, model, context.environment()))
                                .setConsistency(Store.wire(Consistency.STRONGEST))
                                .build(),
                        store.channel().target())
                .map(answer ->
                        reach(
                                answer.getObjectsList(),
                                answer.getObjectsCount() < LIMIT && isInTime(began),
                                freshness));
    }

    private static Reach<PolicyEntity> reach(
            List<String> found, boolean whole, Freshness freshness) {
        List<PolicyEntity> entities =
                found.stream()
                        .map(Names::entity)
                        .flatMap(entity ->
                                entity instanceof Outcome.Ok<PolicyEntity>(var value)
                                        ? Optional.of(value).stream()
                                        : Optional.<PolicyEntity>empty().stream())
                        .sorted()
                        .toList();
        return new Reach<>(entities, whole && entities.size() == found.size(), freshness);
    }

    Outcome<Reach<PolicySubject>> subjects(
            PolicyEntity resource, String action, String type, AccessContext context) {
        long began = System.nanoTime();
        Freshness freshness = store.freshness(Consistency.STRONGEST);
        return store.channel()
                .read(
                        OpenFGAServiceGrpc.getListUsersMethod(),
                        ListUsersRequest.newBuilder()
                                .setStoreId(store.id())
                                .setObject(
                                        dev.curfew.wire.openfga.Object.newBuilder()
                                                .setType(resource.type())
                                                .setId(resource.id()))
                                .setRelation(action)
                                .addUserFilters(UserTypeFilter.newBuilder().setType(type))
                                .setContext(Checking.context(store, model, context.environment()))
                                .setConsistency(Store.wire(Consistency.STRONGEST))
                                .build(),
                        store.channel().target())
                .map(answer -> {
                    List<PolicySubject> found =
                            answer.getUsersList().stream()
                                    .flatMap(user -> Names.subject(user).stream())
                                    .sorted(java.util.Comparator.comparing(PolicySubject::display))
                                    .toList();
                    return new Reach<>(
                            found, answer.getUsersCount() < LIMIT && isInTime(began), freshness);
                });
    }

    private static boolean isInTime(long began) {
        return System.nanoTime() - began < TIME_LIMIT.toNanos();
    }
}
