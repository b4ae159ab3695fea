package dev.curfew.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleFileTest {
    @TempDir Path folder;

    private static Outcome<GivenBundle> invalid(String detail) {
        return Outcome.failed(Reason.INVALID_BUNDLE, "partner.pem", detail);
    }

    @Test
    void aFileOfRootsIsRead() throws IOException {
        Path file = Files.writeString(file(), HandedOver.pem(HandedOver.root()));

        assertThat(BundleFile.read(file))
                .isInstanceOfSatisfying(
                        Outcome.Ok.class,
                        ok ->
                                assertThat(((GivenBundle) ok.value()).firstEnd())
                                        .isEqualTo(HandedOver.END));
    }

    @Test
    void whatCanNotBeReadIsNamedByItsFile() throws IOException {
        assertThat(BundleFile.read(file())).isEqualTo(invalid("the file is not there"));
        Files.createDirectory(file());
        assertThat(BundleFile.read(file())).isEqualTo(invalid("it is not a file"));
        Files.delete(file());
        Files.write(file(), new byte[GivenBundle.LARGEST + 1]);
        assertThat(BundleFile.read(file()))
                .isEqualTo(
                        invalid(
                                "it is larger than 256 KiB, and a bundle has a few kilobytes at"
                                        + " most"));
    }

    private Path file() {
        return folder.resolve("partner.pem");
    }
}
