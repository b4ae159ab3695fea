package dev.curfew.evidence.pack;

import dev.curfew.evidence.Sealing;
import dev.curfew.evidence.SigningKey;
import dev.curfew.evidence.WholeFile;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.store.AuditJournal;
import dev.curfew.store.Checkpoint;
import dev.curfew.store.Checkpoints;
import dev.curfew.store.Snapshots;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Makes packs from the store, and checks them. Any thread; blocks. */
public final class EvidencePacks {
    private final Sealing sealing;
    private final PackSource source;
    private final InstantSource clock;
    private final String curfew;

    /**
     * @param curfew the version that is written into a pack
     */
    public EvidencePacks(
            AuditJournal journal,
            Snapshots snapshots,
            Checkpoints checkpoints,
            InstantSource clock,
            String curfew) {
        this.sealing = new Sealing(journal, checkpoints, clock);
        this.source = new PackSource(journal, snapshots, checkpoints);
        this.clock = clock;
        this.curfew = curfew;
    }

    /**
     * What is wanted.
     *
     * @param operator who exports it
     * @param replace whether a file that is there gives way
     */
    public record Wanted(String operation, String operator, Path file, boolean replace) {}

    /**
     * What was written.
     *
     * @param sha256 of the whole file, lower-case hex
     */
    public record Exported(
            Path file, String pack, long bytes, String sha256, Checkpoint seal, int withheld) {}

    /**
     * Checks and seals the journal, and writes the pack of an operation and of all below it.
     *
     * @return JOURNAL_BROKEN, NOT_FOUND for an unknown operation, ALREADY_EXISTS for a file that
     *     must not give way, FILE_UNWRITABLE; no file is left behind then
     */
    public Outcome<Exported> export(Wanted wanted, SigningKey key) {
        // Nothing is sealed for what can not be written.
        if (!wanted.replace() && Files.exists(wanted.file())) {
            return alreadyThere(wanted.file());
        }
        return source.known(wanted.operation())
                .then(_ -> sealing.seal(key))
                .then(seal -> source.gather(wanted.operation(), seal))
                .then(facts -> write(facts, wanted, key));
    }

    private Outcome<Exported> write(PackFacts facts, Wanted wanted, SigningKey key) {
        PackWriter.Written written =
                PackWriter.write(
                        PackContent.files(facts, wanted.operator(), curfew),
                        new PackWriter.About(
                                wanted.operation(),
                                curfew,
                                wanted.operator(),
                                clock.instant().truncatedTo(ChronoUnit.MICROS)),
                        key);
        String name = wanted.file().toString();
        if (written.bytes().length > PackZip.LARGEST
                || written.manifest().files().size() > PackZip.MOST_FILES) {
            return Outcome.failed(
                    Reason.FILE_UNWRITABLE, name, "the pack would be larger than one may be");
        }
        try {
            WholeFile.write(wanted.file(), written.bytes(), wanted.replace());
        } catch (FileAlreadyExistsException e) {
            return alreadyThere(wanted.file());
        } catch (IOException e) {
            return Outcome.failed(Reason.FILE_UNWRITABLE, name, WholeFile.words(e));
        }
        return Outcome.ok(
                new Exported(
                        wanted.file(),
                        written.manifest().pack(),
                        written.bytes().length,
                        Sha256.of(written.bytes()),
                        facts.seal(),
                        facts.withheld()));
    }

    private static <T> Outcome<T> alreadyThere(Path file) {
        return Outcome.failed(Reason.ALREADY_EXISTS, file.toString(), "another file stands there");
    }

    /**
     * @param pinned thumbprint of the key that must have signed; empty: any key
     * @return as {@link PackVerifier#verify}, or FILE_UNREADABLE
     */
    public static Outcome<VerifiedPack> verify(Path file, Optional<String> pinned) {
        byte[] bytes;
        try {
            bytes = WholeFile.read(file, PackZip.LARGEST);
        } catch (NoSuchFileException e) {
            return Outcome.failed(Reason.FILE_UNREADABLE, file.toString(), "it is not there");
        } catch (IOException e) {
            return Outcome.failed(Reason.FILE_UNREADABLE, file.toString(), WholeFile.words(e));
        }
        return PackVerifier.verify(bytes, pinned);
    }
}
