package dev.curfew.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.evidence.timeline.RecordedBound;
import dev.curfew.store.JournalEntry.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every key that the sources name has its text, and no text is left over. */
class EvidenceTextsTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/curfew/evidence");
    private static final Pattern KEY = Pattern.compile("\"([a-z]+\\.[A-Za-z0-9]+)\"");

    @Test
    void keysAndTextsAreTheSame() throws IOException {
        Set<String> keys = named();
        Stream.of(Phase.values()).forEach(phase -> keys.add("phase." + phase.name()));
        Stream.of("PLANNED", "SENDING", "ACCEPTED", "CONFIRMED", "FAILED", "NOTE", "FINISHED")
                .forEach(phase -> keys.add("legend." + phase));
        Stream.of(
                        "NOTED",
                        "PLANNED",
                        "ENDED",
                        "UNANSWERED",
                        "ACCEPTED",
                        "CONFIRMED",
                        "PARTIAL",
                        "SKIPPED",
                        "STOPPED",
                        "FAILED",
                        "CONTRADICTED",
                        "REVERTED")
                .forEach(outcome -> keys.add("outcome." + outcome));
        for (String kind : RecordedBound.KINDS) {
            keys.add("kind." + kind);
            keys.add("bar." + kind);
        }
        assertThat(new TreeSet<>(ResourceBundle.getBundle("dev.curfew.text.evidence").keySet()))
                .isEqualTo(keys);
    }

    private static Set<String> named() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher matcher = KEY.matcher(Files.readString(file));
                while (matcher.find()) {
                    keys.add(matcher.group(1));
                }
            }
        }
        keys.removeIf(key -> key.matches("(manifest|plan|checkpoints|timeline)\\.(json|sig)"));
        keys.removeIf(key -> key.matches("evidence\\..*"));
        keys.removeIf(key -> key.matches("(key\\.pem|journal\\.jsonl|report\\.pdf|dev\\..*)"));
        return keys;
    }
}
