package dev.curfew.app.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    private static final int LONGEST_FILE = 500;

    @Test
    void noFileIsTooLong() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                assertThat(Files.readAllLines(file))
                        .as(file.toString())
                        .hasSizeLessThan(LONGEST_FILE);
            }
        }
    }

    @Test
    void everyPackageIsNullMarked() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java", "dev", "curfew"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                assertThat(file.resolveSibling("package-info.java"))
                        .content()
                        .contains("@NullMarked");
            }
        }
    }
}
