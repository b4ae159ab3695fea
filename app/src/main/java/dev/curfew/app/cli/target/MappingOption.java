package dev.curfew.app.cli.target;

import dev.curfew.delegation.map.GrantMapping;
import dev.curfew.delegation.map.MappingText;
import dev.curfew.outcome.Outcome;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a policy backend's types and relations are read as delegation. */
public final class MappingOption {
    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description =
                    "YAML that says which types and relations are delegation (default: those of"
                            + " Curfew's own model). What it does not name is shown as it is.")
    public @Nullable Path file;

    public Outcome<GrantMapping> read() {
        Path given = file;
        return given == null
                ? Outcome.ok(GrantMapping.AGENTS)
                : TextFile.read(given).then(text -> MappingText.read(text, given.toString()));
    }
}
