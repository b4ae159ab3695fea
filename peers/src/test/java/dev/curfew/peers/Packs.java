package dev.curfew.peers;

import static dev.curfew.peers.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.SecretRef;
import dev.curfew.connect.Secrets;
import dev.curfew.evidence.SigningKey;
import dev.curfew.evidence.SigningKeyFile;
import dev.curfew.evidence.pack.EvidencePacks;
import dev.curfew.evidence.pack.EvidencePacks.Exported;
import dev.curfew.evidence.pack.VerifiedPack;
import dev.curfew.localstore.LocalStore;
import dev.curfew.outcome.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Makes and opens evidence packs in a folder of a test. */
final class Packs {
    private static final String PASSPHRASE = "correct horse";
    private static final Secrets SECRETS = (_, _) -> Outcome.ok(PASSPHRASE.toCharArray());
    private static final SecretRef REFERENCE = new SecretRef.EnvironmentVariable("PASS");

    private final Path folder;
    private final SigningKey key;

    Packs(Path folder) {
        this.folder = folder;
        Path file = folder.resolve("evidence.p12");
        value(new SigningKeyFile(SECRETS, InstantSource.system()).create(file, REFERENCE));
        key = value(SigningKey.open(file, REFERENCE, SECRETS));
    }

    /** Exports an operation and checks the pack, as whoever gets it would. */
    Pack export(LocalStore store, String operation) {
        Path file = folder.resolve(operation.replace('/', '_') + ".zip");
        EvidencePacks packs =
                new EvidencePacks(
                        store.journal(),
                        store.snapshots(),
                        store.checkpoints(),
                        InstantSource.system(),
                        "test");
        Exported done =
                value(packs.export(new EvidencePacks.Wanted(operation, "tester", file, true), key));
        VerifiedPack verified =
                value(EvidencePacks.verify(done.file(), Optional.of(key.publicKey().thumbprint())));
        assertThat(verified.pack()).isEqualTo(done.pack());
        return new Pack(verified, contents(file));
    }

    /** Any ZIP reader can open it. */
    private static Map<String, byte[]> contents(Path file) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                contents.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return contents;
    }

    record Pack(VerifiedPack verified, Map<String, byte[]> contents) {
        String text(String name) {
            return new String(contents.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
        }

        String report() {
            byte[] pdf = contents.getOrDefault("report.pdf", new byte[0]);
            try (PDDocument document = Loader.loadPDF(pdf)) {
                return new PDFTextStripper().getText(document);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        /** All that can be read in it. */
        String everything() {
            StringBuilder all = new StringBuilder(report());
            contents.keySet().forEach(name -> all.append(text(name)));
            return all.toString();
        }
    }
}
