package dev.curfew.estate;

import dev.curfew.identity.RegistrationEntry;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Reason;
import dev.curfew.spire.EntryFilter;
import dev.curfew.spire.Scan;
import dev.curfew.spire.ScanListener;
import dev.curfew.spire.SpireServer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Reads chosen entries. SPIRE has no call for a set of them, so it is one call an entry, several at
 * once; or the whole list where they are a good part of it.
 *
 * <p>Measured on SPIRE 1.14.5: an entry by itself 0.1 to 0.2 ms, a row of the list 0.01 ms.
 */
public final class EntryReads {
    private static final int AT_ONCE = 32;

    /** Rows of the list that cost no more than one entry by itself. */
    private static final int ROWS_A_READ = 10;

    private static final int FEWEST_OF_A_LIST = 50;

    private EntryReads() {}

    /**
     * What each id gave, in the order of the ids. Once the server can not be reached, the ids that
     * are left are not asked for and share that failure: hundreds of them would each wait for an
     * answer. Blocks.
     */
    public static Map<String, Outcome<RegistrationEntry>> get(
            SpireServer server, Collection<String> ids) {
        return (isGoodPartOfAll(server, ids)
                        ? ofTheList(server, ids)
                        : Optional.<Map<String, Outcome<RegistrationEntry>>>empty())
                .orElseGet(() -> oneByOne(server, ids));
    }

    private static boolean isGoodPartOfAll(SpireServer server, Collection<String> ids) {
        OptionalInt rows = server.entries().rowsThere();
        return ids.size() >= FEWEST_OF_A_LIST
                && rows.isPresent()
                && rows.getAsInt() <= ids.size() * ROWS_A_READ;
    }

    /**
     * Empty where the list was not read to its end: what is not in it may be there all the same.
     */
    private static Optional<Map<String, Outcome<RegistrationEntry>>> ofTheList(
            SpireServer server, Collection<String> ids) {
        Scan<RegistrationEntry> scan =
                server.entries().scan(EntryFilter.NONE, ScanListener.silent());
        if (!scan.isComplete() || scan.unreadableCount() > 0) {
            return Optional.empty();
        }
        Map<String, Outcome<RegistrationEntry>> answers = new LinkedHashMap<>();
        ids.forEach(id ->
                answers.put(
                        id, Outcome.failed(Reason.NOT_FOUND, id, "it is not in the whole list")));
        scan.rows().forEach(entry -> answers.replace(entry.id(), Outcome.ok(entry)));
        return Optional.of(answers);
    }

    private static Map<String, Outcome<RegistrationEntry>> oneByOne(
            SpireServer server, Collection<String> ids) {
        try (ExecutorService few =
                Executors.newFixedThreadPool(
                        Math.clamp(ids.size(), 1, AT_ONCE), Thread.ofVirtual().factory())) {
            AtomicReference<@Nullable Failure> lost = new AtomicReference<>();
            Map<String, Future<Outcome<RegistrationEntry>>> asked = new LinkedHashMap<>();
            for (String id : List.copyOf(ids)) {
                asked.put(id, few.submit(() -> get(server, id, lost)));
            }
            Map<String, Outcome<RegistrationEntry>> answers = new LinkedHashMap<>();
            asked.forEach((id, answer) -> answers.put(id, await(id, answer)));
            return answers;
        }
    }

    private static Outcome<RegistrationEntry> get(
            SpireServer server, String id, AtomicReference<@Nullable Failure> lost) {
        Failure why = lost.get();
        if (why != null) {
            return Outcome.failed(why);
        }
        Outcome<RegistrationEntry> answer = server.entries().get(id);
        if (answer instanceof Failed<RegistrationEntry>(var failure) && Unreachable.is(failure)) {
            lost.compareAndSet(null, failure);
        }
        return answer;
    }

    private static Outcome<RegistrationEntry> await(
            String id, Future<Outcome<RegistrationEntry>> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.failed(Reason.CANCELLED, id, "");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
