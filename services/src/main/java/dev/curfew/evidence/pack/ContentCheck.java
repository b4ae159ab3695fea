package dev.curfew.evidence.pack;

import dev.curfew.evidence.timeline.Timeline;
import dev.curfew.evidence.timeline.TimelineJson;
import dev.curfew.outcome.Outcome;
import dev.curfew.store.Checkpoint;
import dev.curfew.store.JournalRecord;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks what the files of a pack say to each other: even who holds the key can not sign a chain
 * that is none. Pure.
 */
final class ContentCheck {
    private final SignedFiles pack;
    private final List<ChainLine> lines;
    private final List<JournalRecord> shown;
    private final List<Checkpoint> checkpoints;

    private ContentCheck(SignedFiles pack, List<ChainLine> lines, List<Checkpoint> checkpoints) {
        this.pack = pack;
        this.lines = lines;
        this.shown = PackFacts.shown(lines);
        this.checkpoints = checkpoints;
    }

    static Outcome<ContentCheck> check(SignedFiles pack) {
        for (String name :
                List.of(
                        PackFile.JOURNAL,
                        PackFile.CHECKPOINTS,
                        PackFile.TIMELINE,
                        PackFile.REPORT)) {
            if (!pack.files().containsKey(name)) {
                return Broken.at(name, "it is missing");
            }
        }
        return ChainLines.read(pack.file(PackFile.JOURNAL))
                .then(lines -> ChainProof.check(lines, pack.manifest().operation()))
                .then(lines ->
                        CheckpointJson.read(pack.file(PackFile.CHECKPOINTS))
                                .map(checkpoints -> new ContentCheck(pack, lines, checkpoints)))
                .then(ContentCheck::check);
    }

    private Outcome<ContentCheck> check() {
        return checkpointFault()
                .or(this::planFault)
                .or(this::stateFault)
                .or(this::timelineFault)
                .<Outcome<ContentCheck>>map(fault -> Broken.at(fault.part(), fault.words()))
                .orElseGet(() -> Outcome.ok(this));
    }

    private record Fault(String part, String words) {}

    private Optional<Fault> checkpointFault() {
        Map<Long, String> hashes = new HashMap<>();
        lines.forEach(line -> hashes.put(line.number(), line.hash()));
        for (Checkpoint checkpoint : checkpoints) {
            if (!checkpoint.holds()) {
                return checkpoint(checkpoint, "is not signed by its key");
            }
            if (!checkpoint.hash().equals(hashes.get(checkpoint.number()))) {
                return checkpoint(checkpoint, "seals another record than the one in the journal");
            }
        }
        return seal().isPresent()
                ? Optional.empty()
                : Optional.of(
                        new Fault(
                                PackFile.CHECKPOINTS,
                                "none of them, by the pack's key, seals the last record"));
    }

    private static Optional<Fault> checkpoint(Checkpoint checkpoint, String fault) {
        return Optional.of(
                new Fault(
                        PackFile.CHECKPOINTS,
                        "the checkpoint on record " + checkpoint.number() + " " + fault));
    }

    private Optional<Checkpoint> seal() {
        return checkpoints.stream()
                .filter(one -> one.number() == lines.getLast().number())
                .filter(one -> one.key().equals(pack.key()))
                .findFirst();
    }

    private Optional<Fault> planFault() {
        Optional<String> recorded = PackContent.plan(shown, pack.manifest().operation());
        boolean there = pack.files().containsKey(PackFile.PLAN);
        if (recorded.isPresent() != there) {
            return Optional.of(
                    new Fault(PackFile.PLAN, there ? "the journal has no plan" : "it is missing"));
        }
        return recorded.filter(plan -> !isSame(plan, PackFile.PLAN))
                .map(_ -> new Fault(PackFile.PLAN, "it is another than the journal recorded"));
    }

    private boolean isSame(String text, String file) {
        return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), pack.file(file));
    }

    private Optional<Fault> stateFault() {
        for (Manifest.Item item : pack.manifest().files()) {
            if (item.isState()
                    && !ChainProof.belongs(item.operation(), pack.manifest().operation())) {
                return Optional.of(new Fault(item.name(), "it belongs to another operation"));
            }
            Optional<String> due = Kept.sha256(shown, item.operation(), item.subject());
            if (item.isState()
                    && due.isPresent()
                    && !due.get().equals(item.sha256())
                    && !isWithheld(item)) {
                return Optional.of(
                        new Fault(item.name(), "it is another than the journal recorded"));
            }
        }
        for (String operation :
                shown.stream().map(record -> record.entry().operationId()).distinct().toList()) {
            for (String subject : Kept.subjects(shown, operation)) {
                if (pack.manifest().files().stream()
                        .noneMatch(item ->
                                item.operation().equals(operation)
                                        && item.subject().equals(subject))) {
                    return Optional.of(
                            new Fault(
                                    "states", "'" + subject + "' of " + operation + " is missing"));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isWithheld(Manifest.Item item) {
        return PackJson.read(pack.file(item.name()))
                .filter(json -> json.size() == 1 && json.path("withheld").isString())
                .isPresent();
    }

    private Optional<Fault> timelineFault() {
        byte[] due =
                PackJson.pretty(TimelineJson.node(Timeline.of(pack.manifest().operation(), shown)));
        return Arrays.equals(due, pack.file(PackFile.TIMELINE))
                ? Optional.empty()
                : Optional.of(new Fault(PackFile.TIMELINE, "it does not follow from the journal"));
    }

    VerifiedPack verified(boolean pinned) {
        Manifest manifest = pack.manifest();
        return new VerifiedPack(
                manifest.pack(),
                manifest.operation(),
                shown.isEmpty() ? "" : shown.getFirst().entry().action(),
                manifest.curfew(),
                manifest.operator(),
                manifest.createdAt(),
                pack.key(),
                pinned,
                lines.getFirst().number(),
                shown.size(),
                (int) lines.stream().filter(ChainLine.Withheld.class::isInstance).count(),
                seal().orElseThrow(),
                (int)
                        manifest.files().stream()
                                .filter(Manifest.Item::isState)
                                .filter(item ->
                                        Kept.sha256(shown, item.operation(), item.subject())
                                                .isEmpty())
                                .count(),
                List.copyOf(pack.files().keySet()));
    }
}
