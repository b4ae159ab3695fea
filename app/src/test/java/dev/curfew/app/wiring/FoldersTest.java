package dev.curfew.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the paths of the examples are Unix ones")
class FoldersTest {
    private static final Path HOME = Path.of("/home/olga");

    @Test
    void linuxFollowsXdg() {
        Folders plain = Folders.of("Linux", Map.of(), HOME);
        assertThat(plain.store()).hasToString("/home/olga/.local/share/curfew/curfew.db");
        assertThat(plain.logs()).hasToString("/home/olga/.local/state/curfew/logs");
        Folders set =
                Folders.of("Linux", Map.of("XDG_DATA_HOME", "/d", "XDG_STATE_HOME", "/s"), HOME);
        assertThat(set.store()).hasToString("/d/curfew/curfew.db");
        assertThat(set.logs()).hasToString("/s/curfew/logs");
        Folders relative = Folders.of("Linux", Map.of("XDG_DATA_HOME", "d"), HOME);
        assertThat(relative.data()).isEqualTo(plain.data());
    }

    @Test
    void macAndWindowsHaveTheirOwn() {
        assertThat(Folders.of("Mac OS X", Map.of(), HOME).store())
                .hasToString("/home/olga/Library/Application Support/curfew/curfew.db");
        assertThat(
                        Folders.of(
                                        "Windows 11",
                                        Map.of("APPDATA", "/r", "LOCALAPPDATA", "/l"),
                                        HOME)
                                .store())
                .hasToString("/r/curfew/curfew.db");
    }
}
