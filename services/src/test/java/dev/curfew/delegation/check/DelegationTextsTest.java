package dev.curfew.delegation.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.delegation.GrantLever;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DelegationTextsTest {
    private static final Path CHECKS = Path.of("src/main/java/dev/curfew/delegation/check");
    private static final Pattern CAMEL = Pattern.compile("\"([a-z]+[A-Za-z]*)\"");

    /** Words in the sources that are neither keys nor names of anything shown. */
    private static final Set<String> NO_KEYS = Set.of("transaction", "token");

    private static Set<String> keys(String prefix) {
        return ResourceBundle.getBundle("dev.curfew.text.services").keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyEvidenceHasASentenceAndNoSentenceIsUnused() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.list(CHECKS)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith("Checks.java")).toList()) {
                Matcher words = CAMEL.matcher(Files.readString(file));
                while (words.find()) {
                    used.add(words.group(1));
                }
            }
        }
        used.removeAll(NO_KEYS);
        assertThat(used).hasSizeGreaterThan(35);
        assertThat(keys("delegation.evidence.")).isEqualTo(used);
    }

    @Test
    void everyCheckSaysWhatItIsAndWhyItMatters() {
        assertThat(keys("delegation.check."))
                .isEqualTo(
                        Stream.of(CheckId.values())
                                .flatMap(id -> Stream.of(id + ".title", id + ".why"))
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyLeverMissingThingAndSeverityHasAWord() {
        assertThat(keys("delegation.lever."))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(GrantLever.values()).map(GrantLever::key).toList());
        assertThat(keys("delegation.missing."))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Missing.values()).map(Missing::key).toList());
        assertThat(keys("delegation.setting."))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(CheckSetting.values())
                                .flatMap(one -> Stream.of(one.key(), one.key() + ".what"))
                                .toList());
        assertThat(keys("delegation.weight.")).containsExactlyInAnyOrder("RAISED", "LOWERED");
        assertThat(keys("delegation.severity."))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Severity.values()).map(Enum::name).toList());
    }
}
