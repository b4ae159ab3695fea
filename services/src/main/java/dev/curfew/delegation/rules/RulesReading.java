package dev.curfew.delegation.rules;

import dev.curfew.delegation.yaml.TextProblem;

/** What a text of rules says, or what is wrong with it and where. */
public sealed interface RulesReading {
    record Read(DelegationRules rules) implements RulesReading {}

    record Wrong(TextProblem problem) implements RulesReading {}
}
