package dev.curfew.app.cli.target;

import dev.curfew.delegation.map.GrantMapping;
import dev.curfew.delegation.map.MappingFile;
import dev.curfew.outcome.Outcome;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a policy backend's types and relations are read as delegation. */
public final class MappingOption {
    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description =
                    "YAML that says which types and relations are delegation (default: those of"
                            + " the saved connection, else of Curfew's own model). What it does not name is shown as it is.")
    public @Nullable Path file;

    /** Empty where none is given: a saved connection may have its own. */
    public Outcome<Optional<GrantMapping>> read() {
        Path given = file;
        return given == null
                ? Outcome.ok(Optional.empty())
                : MappingFile.read(given).map(Optional::of);
    }

    /** To be kept with a connection; only one that can be read. */
    public Outcome<Optional<Path>> kept() {
        return read().map(_ -> Optional.ofNullable(file).map(Path::toAbsolutePath));
    }
}
