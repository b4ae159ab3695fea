package dev.curfew.views.journal;

import dev.curfew.store.JournalRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes records into a file as JSON. Any thread; blocks. */
@FunctionalInterface
public interface JournalExport {
    void write(Path file, List<JournalRecord> records) throws IOException;
}
