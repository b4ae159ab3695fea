package dev.curfew.localstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallPortsTest {
    @TempDir Path folder;

    @Test
    void preferencesKeepTheLastValueOfEachKey() {
        Path file = folder.resolve("store.db");
        try (LocalStore store = Fixtures.open(file)) {
            assertThat(store.preferences().get("theme")).isEmpty();
            store.preferences().put("theme", "light");
            store.preferences().put("theme", "dark");
            store.preferences().put("columns", "");
        }
        try (LocalStore store = Fixtures.open(file)) {
            assertThat(store.preferences().get("theme")).contains("dark");
            assertThat(store.preferences().get("columns")).contains("");
            assertThat(store.preferences().get("Theme")).isEmpty();
        }
    }

    @Test
    void theFirstSnapshotOfASubjectStays() {
        Path file = folder.resolve("store.db");
        try (LocalStore store = Fixtures.open(file)) {
            store.snapshots().save("op-1", "entry z", "{\"ttl\":3600}");
            store.snapshots().save("op-1", "entry a", "{\"ttl\":600}");
            store.snapshots().save("op-2", "entry z", "{\"ttl\":60}");
            store.snapshots().save("op-1", "entry z", "{\"ttl\":60}");
        }
        try (LocalStore store = Fixtures.open(file)) {
            assertThat(store.snapshots().find("op-1", "entry z")).contains("{\"ttl\":3600}");
            assertThat(store.snapshots().find("op-2", "entry z")).contains("{\"ttl\":60}");
            assertThat(store.snapshots().find("op-2", "entry a")).isEmpty();
            assertThat(store.snapshots().subjects("op-1")).containsExactly("entry z", "entry a");
            assertThat(store.snapshots().subjects("op-3")).isEmpty();
        }
    }

    @Test
    void aStoreInMemoryFillsEveryPortAndKeepsNothing() {
        try (LocalStore store = LocalStore.inMemory(Fixtures.CLOCK)) {
            assertThat(store.onDisk()).isFalse();
            store.preferences().put("theme", "dark");
            store.snapshots().save("op", "entry", "{}");
            store.journal().append(Fixtures.note("one"));
            assertThat(store.preferences().get("theme")).contains("dark");
            assertThat(store.snapshots().find("op", "entry")).contains("{}");
            assertThat(store.journal().newestBefore(2, 10)).hasSize(1);
        }
        try (LocalStore store = LocalStore.inMemory(Fixtures.CLOCK)) {
            assertThat(store.preferences().get("theme")).isEmpty();
            assertThat(store.journal().newestBefore(2, 10)).isEmpty();
        }
    }
}
