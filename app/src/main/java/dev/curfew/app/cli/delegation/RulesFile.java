package dev.curfew.app.cli.delegation;

import dev.curfew.app.cli.target.TextFile;
import dev.curfew.delegation.rules.DelegationRules;
import dev.curfew.delegation.rules.RulesText;
import dev.curfew.outcome.Outcome;
import java.nio.file.Path;

/** Rules that an operator wrote. */
final class RulesFile {
    private RulesFile() {}

    /** The rules, or what is wrong with them and in which line. */
    static Outcome<DelegationRules> read(Path file) {
        return TextFile.read(file).then(text -> RulesText.read(text, file.toString()));
    }
}
