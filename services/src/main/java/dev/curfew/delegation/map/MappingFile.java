package dev.curfew.delegation.map;

import dev.curfew.delegation.yaml.YamlFile;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.nio.file.Path;
import java.util.Optional;

/** Mappings in files of the operator's own. Blocks. */
public final class MappingFile {
    private MappingFile() {}

    /**
     * @param file empty: Curfew's own model
     * @return or {@link Reason#FILE_UNREADABLE}, or {@link Reason#INVALID_RULES} with the line
     */
    public static Outcome<GrantMapping> read(Optional<Path> file) {
        return file.map(MappingFile::read).orElseGet(() -> Outcome.ok(GrantMapping.AGENTS));
    }

    public static Outcome<GrantMapping> read(Path file) {
        return YamlFile.text(file).then(text -> MappingText.read(text, file.toString()));
    }
}
