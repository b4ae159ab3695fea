package dev.curfew.views.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    private static final int LONGEST_FILE = 500;

    @Test
    void noFileIsTooLong() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file : files.filter(HouseRulesTest::isReadAsAWhole).toList()) {
                assertThat(Files.readAllLines(file))
                        .as(file.toString())
                        .hasSizeLessThan(LONGEST_FILE);
            }
        }
    }

    @Test
    void everyPackageIsNullMarked() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("src", "main", "java"))) {
            for (Path folder : folders.filter(HouseRulesTest::holdsSources).toList()) {
                assertThat(folder.resolve("package-info.java")).content().contains("@NullMarked");
            }
        }
    }

    @Test
    void theStylesheetsUseTheThemesColoursOnly() throws IOException {
        for (Path sheet : stylesheets()) {
            String rules = Files.readString(sheet).replaceAll("(?s)/\\*.*?\\*/", "");
            assertThat(rules).doesNotContainPattern(":[^;{}]*#[0-9a-fA-F]{3,8}\\b");
            assertThat(rules).doesNotContainPattern("rgba?\\(|hsba?\\(|ladder\\(|derive\\(");
        }
    }

    /** The texts are looked up by key, so their list may be long. */
    private static boolean isReadAsAWhole(Path file) {
        return Files.isRegularFile(file) && !file.toString().endsWith(".properties");
    }

    private static List<Path> stylesheets() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "resources"))) {
            return files.filter(file -> file.toString().endsWith(".css")).toList();
        }
    }

    private static boolean holdsSources(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            return false;
        }
    }
}
