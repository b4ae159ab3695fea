package dev.curfew.containment;

import dev.curfew.containment.ChangePlan.Item;
import dev.curfew.estate.EstateService;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.spire.EntryFilter;
import dev.curfew.spire.Scan;
import dev.curfew.spire.ScanListener;
import dev.curfew.spire.SpireServer;
import io.spiffe.spiffeid.SpiffeId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks on a server or policy backend whether a change still holds. Writes nothing. Any thread;
 * blocks.
 */
public final class ReadBack {
    /** A search by identity is a call each; beyond this the ids alone are looked at. */
    private static final int MOST_IDENTITIES = 50;

    private ReadBack() {}

    /** Whether each item is as wanted, by key; one that can not be told from this is left out. */
    public static Outcome<Map<String, Outcome<Boolean>>> look(
            Change change, List<Item> items, String connection, EstateService estates) {
        return Executions.open(change, connection, estates)
                .map(execution -> execution.readBack(items));
    }

    /**
     * Entries that give an identity that was deleted, under ids that were not there when the plan
     * was made: someone made them anew.
     *
     * @param known ids of other entries that give the same identities and were not meant
     * @return the entries; a failure where the server can not be asked; INVALID_INPUT for more
     *     identities than are searched for one by one
     */
    public static Outcome<List<RegistrationEntry>> madeAnew(
            List<RegistrationEntry> deleted, Set<String> known, SpireServer server) {
        Set<SpiffeId> identities = new LinkedHashSet<>();
        deleted.forEach(entry -> identities.add(entry.spiffeId()));
        if (identities.size() > MOST_IDENTITIES) {
            return Outcome.failed(
                    Reason.INVALID_INPUT,
                    identities.size() + " identities",
                    "only up to " + MOST_IDENTITIES + " are looked for under new ids");
        }
        Map<String, RegistrationEntry> found = new LinkedHashMap<>();
        for (SpiffeId identity : identities) {
            switch (withIdentity(identity, server)) {
                case Failed<List<RegistrationEntry>>(var failure) -> {
                    return Outcome.failed(failure);
                }
                case Ok<List<RegistrationEntry>>(var entries) ->
                        entries.stream()
                                .filter(entry -> !known.contains(entry.id()))
                                .forEach(entry -> found.put(entry.id(), entry));
            }
        }
        return Outcome.ok(new ArrayList<>(found.values()));
    }

    private static Outcome<List<RegistrationEntry>> withIdentity(
            SpiffeId identity, SpireServer server) {
        Scan<RegistrationEntry> scan =
                server.entries().scan(EntryFilter.bySpiffeId(identity), ScanListener.silent());
        return scan.failure()
                .map(Outcome::<List<RegistrationEntry>>failed)
                .orElseGet(() -> Outcome.ok(scan.rows()));
    }
}
