package dev.curfew.evidence.pack;

import dev.curfew.evidence.ChainedJournal;
import dev.curfew.evidence.MemoryCheckpoints;
import dev.curfew.evidence.MemorySnapshots;
import dev.curfew.evidence.Sealing;
import dev.curfew.evidence.SigningKey;
import dev.curfew.outcome.Outcome;
import dev.curfew.store.Checkpoint;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalEntry.Phase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A journal with something in it, written as the real ones are. */
final class Past {
    static final Instant NOON = ChainedJournal.NOON;
    static final String CURFEW = "0.1.0-test";

    final ChainedJournal journal = new ChainedJournal();
    final MemorySnapshots snapshots = new MemorySnapshots();
    final MemoryCheckpoints checkpoints = new MemoryCheckpoints();
    final InstantSource clock = () -> NOON.plus(Duration.ofHours(1));

    private String action = "tighten";
    private String subject = "spiffe://acme.test/agent/planner";

    EvidencePacks packs() {
        return new EvidencePacks(journal, snapshots, checkpoints, clock, CURFEW);
    }

    void about(String newAction, String newSubject) {
        action = newAction;
        subject = newSubject;
    }

    void at(int millis, String operation, int step, Phase phase, String sent, String received) {
        journal.now = NOON.plusMillis(millis);
        journal.append(
                new JournalEntry(
                        operation,
                        step,
                        phase,
                        "olga",
                        "production",
                        action,
                        subject,
                        "agent acts after its task",
                        "INC-4711",
                        sent,
                        received));
    }

    /** Four records of one tightening, one of somebody else's between them, and one behind. */
    Past small() {
        at(0, "op-1", 0, Phase.PLANNED, PLAN, "");
        at(40, "op-1", 1, Phase.SENDING, "[{\"id\":\"e-1\",\"x509_svid_ttl\":300}]", "");
        at(50, "op-2", 0, Phase.NOTE, "", "of nobody's business");
        at(90, "op-1", 1, Phase.ACCEPTED, "", "[{\"key\":\"e-1\",\"status\":\"OK\"}]");
        at(190, "op-1", 0, Phase.FINISHED, "", "");
        at(900, "op-3", 0, Phase.NOTE, "", "of nobody's business");
        snapshots.save("op-1", "before", "[{\"id\":\"e-1\",\"x509_svid_ttl\":3600}]");
        snapshots.save("op-1", "after", "[{\"id\":\"e-1\",\"x509_svid_ttl\":300}]");
        return this;
    }

    static final String BOUND =
            """
            {"issuance_stops_by":{"at":"2026-11-22T12:00:05Z","terms":\
            [{"key":"serverCache","adds":"PT5S","source":"assumed"}]},\
            "agents_know_by":{"at":"2026-11-22T12:00:11Z","terms":[]},\
            "x509_dead_by":{"at":"2026-11-22T13:00:05Z","terms":\
            [{"key":"x509Ttl","adds":"PT1H","source":"observed"},\
            {"key":"x509Authority","caps":"2026-11-23T12:00:00Z","source":"observed"}]},\
            "jwt_dead_by":{"at":null,"terms":[{"key":"mintedTtl","source":"unknown"}]},\
            "not_covered":["openConnections","skewUnknown"]}\
            """;

    static final String PLAN =
            """
            {"planned_at":"2026-11-22T12:00:00Z","items":[{"key":"e-1","title":"planner",\
            "changes":[{"field":"x509_svid_ttl","before":"1 h","after":"5 m"}]}],\
            "bound":%s}\
            """
                    .formatted(BOUND);

    Checkpoint seal(SigningKey key) {
        return ((Outcome.Ok<Checkpoint>) new Sealing(journal, checkpoints, clock).seal(key))
                .value();
    }

    /** The bytes of a pack. */
    byte[] pack(String operation, SigningKey key) {
        return written(operation, key).bytes();
    }

    PackWriter.Written written(String operation, SigningKey key) {
        PackFacts facts = facts(operation, key);
        return PackWriter.write(PackContent.files(facts, "olga", CURFEW), about(operation), key);
    }

    PackFacts facts(String operation, SigningKey key) {
        Outcome<PackFacts> facts =
                new PackSource(journal, snapshots, checkpoints).gather(operation, seal(key));
        return ((Outcome.Ok<PackFacts>) facts).value();
    }

    PackWriter.About about(String operation) {
        return new PackWriter.About(operation, CURFEW, "olga", clock.instant());
    }
}
