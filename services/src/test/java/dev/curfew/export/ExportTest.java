package dev.curfew.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.estate.EstateFixtures;
import dev.curfew.identity.RegistrationEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
    private static final RegistrationEntry WEB =
            EstateFixtures.withTtls(
                    EstateFixtures.entry("e-1", "/web", "/pool", "k8s:ns:it's web", "unix:uid:1"),
                    900,
                    0);

    @Test
    void commandsQuoteWhatAShellWouldRead() {
        assertThat(CliCommand.show(WEB)).isEqualTo("spire-server entry show -entryID e-1");
        assertThat(CliCommand.delete(EstateFixtures.entry("a;rm -rf /", "/x", "/y", "a:b")))
                .isEqualTo("spire-server entry delete -entryID 'a;rm -rf /'");
        assertThat(CliCommand.update(WEB))
                .isEqualTo(
                        "spire-server entry update -entryID e-1 -spiffeID spiffe://acme.test/web"
                                + " -parentID spiffe://acme.test/pool -selector 'k8s:ns:it'\\''s web'"
                                + " -selector unix:uid:1 -x509SVIDTTL 900");
        assertThat(CliCommand.ban(EstateFixtures.node("/spire/agent/a", "x:y")))
                .isEqualTo("spire-server agent ban -spiffeID spiffe://acme.test/spire/agent/a");
    }

    @Test
    void filesAppearWhole(@TempDir Path folder) throws IOException {
        Path csv = folder.resolve("rows.csv");
        ExportFile.csv(
                csv,
                List.of(
                        new ExportFile.Field<>("ID", RegistrationEntry::id),
                        new ExportFile.Field<>("Path", e -> e.spiffeId().getPath())),
                List.of(WEB));
        assertThat(csv).hasContent("ID,Path\r\ne-1,/web\r\n");
        Path json = folder.resolve("rows.json");
        ExportFile.json(json, EntryJson::write, List.of(WEB, WEB));
        assertThat(EntryJson.read(Files.readString(json))).containsExactly(WEB, WEB);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("rows.csv", "rows.json");
    }
}
