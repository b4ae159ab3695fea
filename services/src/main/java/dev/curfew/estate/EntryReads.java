package dev.curfew.estate;

import dev.curfew.identity.RegistrationEntry;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Reason;
import dev.curfew.spire.SpireServer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Reads chosen entries, several at once: one call an entry, because SPIRE has no call for a set of
 * them.
 */
public final class EntryReads {
    private static final int AT_ONCE = 32;

    private EntryReads() {}

    /**
     * What each id gave, in the order of the ids. Once the server can not be reached, the ids that
     * are left are not asked for and share that failure: hundreds of them would each wait for an
     * answer. Blocks.
     */
    public static Map<String, Outcome<RegistrationEntry>> get(
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
