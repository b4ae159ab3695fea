package dev.curfew.app.cli.delegation;

import dev.curfew.delegation.check.DelegationFinding;
import dev.curfew.delegation.check.Waiver;

/** A finding that somebody lets be for a while. */
record Waived(DelegationFinding finding, Waiver waiver) {}
