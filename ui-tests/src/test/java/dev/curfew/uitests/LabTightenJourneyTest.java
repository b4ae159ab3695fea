package dev.curfew.uitests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.identity.EntryDraft;
import dev.curfew.identity.RegistrationEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README promises for the first five minutes: shorter TTLs, proved and put back. */
class LabTightenJourneyTest {
    @TempDir Path folder;
    private Console console;
    private Hand hand;

    @BeforeEach
    void open() throws TimeoutException {
        console = Console.onTheLab(folder);
        hand = console.hand();
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void markedEntriesAreTightenedProvedJournaledAndPutBackFromTheJournal() {
        RegistrationEntry writer = console.entry("/agent/code-writer");
        RegistrationEntry reviewer = console.entry("/agent/code-reviewer");
        console.arm();
        console.filter("id:*/agent/code-*", 2);
        hand.select("workloads-table", 0);
        hand.press(KeyCode.SPACE);
        hand.press(KeyCode.DOWN);
        hand.press(KeyCode.SPACE);
        hand.awaitText("2 selected");

        hand.click("workloads-bar-tighten");
        hand.type("tighten-x509", "5 min");
        hand.awaitText("tighten-summary", "2 get shorter");
        hand.click("form-preview");
        hand.awaitText("preview-items", "5 m");
        assertThat(onServer(writer, reviewer)).containsExactly(writer, reviewer);
        console.confirm();

        assertThat(hand.text("report-counts")).isEqualTo("2 confirmed");
        assertThat(onServer(writer, reviewer))
                .extracting(RegistrationEntry::toDraft)
                .containsExactly(fiveMinutes(writer), fiveMinutes(reviewer));
        console.closeReport();

        console.undoFromTheJournal();

        assertThat(hand.text("report-counts")).isEqualTo("2 confirmed");
        assertThat(onServer(writer, reviewer))
                .extracting(RegistrationEntry::toDraft)
                .containsExactly(writer.toDraft(), reviewer.toDraft());
    }

    private static EntryDraft fiveMinutes(RegistrationEntry entry) {
        return entry.toDraft().withTtls(300, entry.jwtTtlSeconds());
    }

    private List<RegistrationEntry> onServer(RegistrationEntry... entries) {
        return List.of(entries).stream().map(entry -> console.onServer(entry.id())).toList();
    }
}
