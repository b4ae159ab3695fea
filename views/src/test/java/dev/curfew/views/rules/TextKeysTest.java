package dev.curfew.views.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every key that the sources name exists, and every key that exists is named. */
class TextKeysTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path TEXTS =
            Path.of(
                    "src",
                    "main",
                    "resources",
                    "dev",
                    "curfew",
                    "views",
                    "text",
                    "views.properties");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ASKED =
            Pattern.compile("(?:\\bui\\.text|texts\\.get|texts\\(\\)\\.get)\\(\\s*\"([^\"]+)\"");

    @Test
    void noKeyIsMissing() throws IOException {
        assertThat(matches(ASKED)).isNotEmpty().isSubsetOf(keys());
    }

    @Test
    void noKeyIsUnused() throws IOException {
        assertThat(keys()).isSubsetOf(matches(LITERAL));
    }

    @Test
    void noTextIsEmptyOrTwice() throws IOException {
        List<String> lines =
                Files.readAllLines(TEXTS).stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .toList();
        assertThat(lines).allMatch(line -> line.matches("[a-zA-Z0-9_.]+=.+"));
        assertThat(lines.stream().map(line -> line.substring(0, line.indexOf('='))))
                .doesNotHaveDuplicates();
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
