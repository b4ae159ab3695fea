package dev.curfew.spire;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.wire.spire.types.Status;
import io.grpc.Status.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Writes many items in batches of at most 200. SPIRE answers with a status an item and makes no
 * promise for the whole. When an answer is lost, the items of that batch are unknown and the rest
 * are not sent: nothing is guessed.
 */
final class Batches {
    static final int SIZE = 200;

    private Batches() {}

    /**
     * @param keys of the items, in their order
     * @param call sends one batch and gives one result an item, in order
     */
    static <I, T> List<ItemResult<T>> write(
            List<I> items,
            Function<I, String> key,
            Function<List<I>, Outcome<List<Outcome<T>>>> call) {
        List<ItemResult<T>> results = new ArrayList<>(items.size());
        for (int from = 0; from < items.size(); from += SIZE) {
            List<I> batch = items.subList(from, Math.min(items.size(), from + SIZE));
            switch (call.apply(batch)) {
                case Ok<List<Outcome<T>>>(var answers) -> {
                    for (int i = 0; i < batch.size(); i++) {
                        results.add(
                                new ItemResult<>(
                                        key.apply(batch.get(i)),
                                        i < answers.size()
                                                ? answers.get(i)
                                                : unanswered(key.apply(batch.get(i)))));
                    }
                }
                case Failed<List<Outcome<T>>>(var failure) -> {
                    lose(items, key, from, batch.size(), failure, results);
                    return results;
                }
            }
        }
        return results;
    }

    private static <I, T> void lose(
            List<I> items,
            Function<I, String> key,
            int from,
            int sent,
            Failure failure,
            List<ItemResult<T>> results) {
        boolean refusedAsWhole =
                failure.reason() == Reason.NOT_ADMIN
                        || failure.reason() == Reason.TOO_LARGE
                        || failure.reason() == Reason.OLDER_SERVER
                        || failure.reason() == Reason.REFUSED;
        for (int i = from; i < items.size(); i++) {
            String subject = key.apply(items.get(i));
            Failure why =
                    refusedAsWhole
                            ? failure
                            : new Failure(
                                    i < from + sent ? Reason.LOST_MID_BATCH : Reason.NOT_SENT,
                                    subject,
                                    failure.detail().isEmpty()
                                            ? failure.reason().name()
                                            : failure.detail());
            results.add(new ItemResult<>(subject, Outcome.failed(why)));
        }
    }

    private static <T> Outcome<T> unanswered(String key) {
        return Outcome.failed(Reason.LOST_MID_BATCH, key, "the server gave no result for it");
    }

    /** The one result of a batch of one. */
    static <R> Outcome<R> only(List<R> results, String subject) {
        return results.size() == 1
                ? Outcome.ok(results.getFirst())
                : Outcome.failed(
                        Reason.LOST_MID_BATCH,
                        subject,
                        "the server gave " + results.size() + " results for one item");
    }

    /** An item's status as an outcome. */
    static <T> Outcome<T> item(Status status, String subject, Supplier<T> value) {
        Code code =
                status.getCode() == 0
                        ? Code.OK
                        : io.grpc.Status.fromCodeValue(status.getCode()).getCode();
        Reason reason =
                switch (code) {
                    case OK -> null;
                    case NOT_FOUND -> Reason.NOT_FOUND;
                    case ALREADY_EXISTS -> Reason.ALREADY_EXISTS;
                    case PERMISSION_DENIED -> Reason.NOT_ADMIN;
                    default -> Reason.REFUSED;
                };
        return reason == null
                ? Outcome.ok(value.get())
                : Outcome.failed(reason, subject, status.getMessage());
    }
}
