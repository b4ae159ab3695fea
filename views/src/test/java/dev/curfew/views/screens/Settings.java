package dev.curfew.views.screens;

import dev.curfew.delegation.Party;
import dev.curfew.delegation.check.CheckId;
import dev.curfew.delegation.check.DelegationFinding;
import dev.curfew.delegation.check.Evidence;
import dev.curfew.delegation.check.Severity;
import dev.curfew.delegation.check.Waivers;
import dev.curfew.delegation.rules.KeptRules;
import dev.curfew.store.AuditJournal;
import dev.curfew.views.testing.MemoryPreferences;
import dev.curfew.views.testing.TestUi;
import java.time.Duration;
import java.util.List;

/** Rules put in force, a finding waived, and the waiver ended, for the journal to tell of. */
final class Settings {
    private static final String RULES =
            """
            version: 1
            default: forbid
            rules:
              - name: people begin chains
                effect: allow
                from: 'user:*'
            """;

    private Settings() {}

    static void change(AuditJournal journal) {
        MemoryPreferences preferences = new MemoryPreferences();
        new KeptRules(preferences, journal).save(RULES, "oncall", "review 12");
        Waivers waivers = new Waivers(preferences, journal);
        DelegationFinding finding =
                new DelegationFinding(
                        CheckId.D14,
                        Severity.CRITICAL,
                        Party.agent("spiffe://acme.test/agent/deploy-bot"),
                        List.of("g6"),
                        new Evidence("forbidden", List.of("people begin chains")));
        waivers.add(
                finding,
                "planned for the release",
                "oncall",
                TestUi.NOW,
                TestUi.NOW.plus(Duration.ofDays(7)));
        waivers.end(finding, "", "second");
    }
}
