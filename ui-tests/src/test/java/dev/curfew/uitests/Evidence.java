package dev.curfew.uitests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.uitests.CommandLine.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Evidence of the containment on screen: made in the window, checked by somebody else. */
final class Evidence {
    /** So many bytes of a pack are changed, one at a time, from its beginning to its end. */
    private static final int FLIPS = 25;

    private static final int DOES_NOT_HOLD = 62;

    private final Hand hand;
    private final Console console;
    private final Path pack;
    private final Path key;
    private final CommandLine auditor;

    Evidence(Console console, Path folder) {
        this.console = console;
        this.hand = console.hand();
        pack = folder.resolve("pack.zip");
        key = folder.resolve("evidence.p12");
        auditor = new CommandLine(folder);
    }

    void isExportedFromItsPageAndHolds() throws IOException {
        export();
        Result verified = auditor.type("evidence", "verify", pack.toString());
        assertThat(verified.err())
                .startsWith("Every byte is as it was signed, and the chain of the journal holds.");
        assertThat(verified.code()).isZero();
        assertThat(verified.out()).contains("Operation    " + console.newestContained().id());
        noByteOfItCanBeChanged();
    }

    private void export() {
        hand.click("containment-evidence");
        console.desk().willSaveAs(key);
        hand.click("evidence-key-make");
        answer("the new key");
        answer("once more");
        hand.await("a key", () -> hand.text("evidence-key").equals(key.toString()));
        console.desk().willSaveAs(pack);
        hand.click("evidence-file-choose");
        hand.click("evidence-export");
        answer(key.toString());
        hand.awaitText("Evidence is in pack.zip. Signed by the key ");
    }

    private void answer(String purpose) {
        hand.awaitText("secret-question", purpose);
        hand.type("secret-field", "correct horse battery staple");
        hand.click("secret-use");
    }

    private void noByteOfItCanBeChanged() throws IOException {
        byte[] bytes = Files.readAllBytes(pack);
        for (int flip = 0; flip < FLIPS; flip++) {
            byte[] changed = bytes.clone();
            int at = (int) ((long) flip * (bytes.length - 1) / (FLIPS - 1));
            changed[at] ^= 1;
            Files.write(pack, changed);
            assertThat(auditor.type("evidence", "verify", pack.toString()).code())
                    .as("byte " + at)
                    .isEqualTo(DOES_NOT_HOLD);
        }
    }
}
