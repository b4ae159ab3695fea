package dev.curfew.app.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.policy.PolicyCapability;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every key that the sources name exists, and every key that exists is named. */
class AppTextsTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path TEXTS =
            Path.of("src/main/resources/dev/curfew/app/text/app.properties");
    private static final Pattern ASKED =
            Pattern.compile("(?:[^e]\\.text|texts\\.get)\\(\\s*\"([^\"]+[^.])\"");
    private static final Pattern LITERAL =
            Pattern.compile("\"([A-Za-z0-9]+(?:\\.[A-Za-z0-9]+)*)\"");

    /**
     * Put together with the name of a reason, a feature, a kind, a timing, a verdict or a services'
     * key.
     */
    private static final Pattern BY_NAME =
            Pattern.compile(
                    "(exit|feature|kind|failure|notCovered|screen|timing|decision|holds|grants\\.change|access\\.rule)\\..+");

    @Test
    void noKeyIsMissing() throws IOException {
        assertThat(matches(ASKED)).isNotEmpty().isSubsetOf(keys());
    }

    @Test
    void noKeyIsUnused() throws IOException {
        Set<String> named = matches(LITERAL);
        assertThat(keys())
                .allMatch(key ->
                        named.contains(key)
                                || BY_NAME.matcher(key).matches()
                                || key.startsWith("check.")
                                        && named.contains(key.substring("check.".length())));
    }

    @Test
    void whateverABackendCanDoHasAWord() throws IOException {
        assertThat(keys())
                .containsAll(
                        Arrays.stream(PolicyCapability.values())
                                .map(one -> "feature." + one.name())
                                .toList());
    }

    private static Set<String> keys() throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(TEXTS)) {
            texts.load(reader);
        }
        return texts.stringPropertyNames();
    }

    private static Set<String> matches(Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = pattern.matcher(Files.readString(file));
                while (matcher.find()) {
                    found.add(matcher.group(1));
                }
            }
        }
        return found;
    }
}
