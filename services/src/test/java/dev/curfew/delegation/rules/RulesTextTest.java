package dev.curfew.delegation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.delegation.yaml.TextProblem;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTextTest {
    static final String RULES =
            """
            version: 1
            default: forbid
            data-classes:
              internal: [crm, 'notes-*']
              secret: payroll
            rules:
              - name: planners hand on mail
                effect: allow
                from: spiffe://acme.test/agent/planner*
                to: spiffe://acme.test/agent/*
                tools: [mail, calendar]
                data-classes: internal
                max-depth: 2
                max-ttl: 90m
                reason: daily business
              - name: payroll stays here
                effect: forbid
                to-trust-domains: partner.test
                data-classes: [secret, unclassified]
              - name: nothing for long
                effect: forbid
                longer-than: 2d
            """;

    static DelegationRules read(String text) {
        return switch (RulesText.read(text, "rules.yaml")) {
            case Ok<DelegationRules>(var rules) -> rules;
            case Failed<DelegationRules>(var failure) -> throw new AssertionError(failure);
        };
    }

    @Test
    void theExampleSaysSomethingOfEveryField() {
        DelegationRules rules = read(RulesText.example());
        assertThat(rules.rules()).hasSize(6);
        assertThat(RulesText.example())
                .contains("from:", "to:", "from-trust-domains:", "to-trust-domains:", "tools:")
                .contains("data-classes:", "max-depth:", "max-ttl:", "deeper-than:", "longer-than:")
                .contains("reason:");
    }

    @Test
    void thePageAboutRulesShowsThatExampleAndNamesEveryField() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "rules.md"));
        assertThat(page).contains("```yaml\n" + RulesText.example() + "```");
        assertThat(page)
                .contains("`version`", "`default`", "`rules`", "`name`", "`effect`", "`from`")
                .contains("`to`", "`from-trust-domains`", "`to-trust-domains`", "`tools`")
                .contains("`data-classes`", "`max-depth`", "`deeper-than`", "`max-ttl`")
                .contains("`longer-than`", "`reason`");
    }

    @Test
    void whoeverWritesIsToldLineAndColumn() {
        assertThat(RulesText.look("version: 1\ndefault: maybe\n"))
                .isEqualTo(
                        new RulesReading.Wrong(
                                new TextProblem(2, 10, "allow or forbid is expected here")));
        assertThat(RulesText.look("version: 1\ndefault: allow\nruels: []\n"))
                .isInstanceOfSatisfying(
                        RulesReading.Wrong.class,
                        wrong -> {
                            assertThat(wrong.problem().line()).isEqualTo(3);
                            assertThat(wrong.problem().column()).isEqualTo(1);
                        });
        assertThat(RulesText.look("version: 1\ndefault: [\n"))
                .isInstanceOf(RulesReading.Wrong.class);
        assertThat(RulesText.look(RULES)).isEqualTo(new RulesReading.Read(read(RULES)));
    }

    @Test
    void rulesAreReadAsTheyAreMeant() {
        DelegationRules rules = read(RULES);
        assertThat(rules.byDefault()).isEqualTo(Rule.Effect.FORBID);
        assertThat(rules.dataClasses())
                .containsEntry("internal", List.of(new Pattern("crm"), new Pattern("notes-*")))
                .containsEntry("secret", List.of(new Pattern("payroll")));
        Rule first = rules.rules().getFirst();
        assertThat(first.depth()).contains(2);
        assertThat(first.ttl()).contains(Duration.ofMinutes(90));
        assertThat(rules.rules().getLast().ttl()).contains(Duration.ofDays(2));
    }

    @Test
    void whatIsWrittenBackIsReadAsTheSame() {
        DelegationRules rules = read(RULES);
        String written = RulesText.write(rules);
        assertThat(read(written)).isEqualTo(rules);
        assertThat(RulesText.write(read(written))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version: 2~default: allow|line 1: a number from 1 to 1 is expected here",
                "version: 1|line 1: default is missing here",
                "version: 1~default: maybe|line 2: allow or forbid is expected here",
                "version: 1~default: allow~rules:~  - name: a~    effect: allow~    deeper-than: 3"
                        + "|line 6: deeper-than is not known here; known are data-classes, effect,"
                        + " from, from-trust-domains, max-depth, max-ttl, name, reason, to,"
                        + " to-trust-domains, tools",
                "version: 1~default: allow~rules:~  - name: a~    effect: forbid~"
                        + "    longer-than: soon"
                        + "|line 6: soon is no duration; write 30s, 5m, 4h or 2d",
                "version: 1~default: allow~rules:~  - name: a~    effect: allow~"
                        + "    data-classes: top|line 6: top is no class under data-classes",
                "version: 1~default: allow~rules:~  - {name: a, effect: allow}~"
                        + "  - {name: a, effect: forbid}|line 5: another rule is named a too",
                "version: 1~default: &a allow|line 2: anchors and aliases are not read",
                "version: 1~default: allow~default: forbid|line 3: the same name stands twice",
            })
    void whatIsWrongIsSaidWithItsLine(String yaml, String detail) {
        assertThat(RulesText.read(yaml.replace('~', '\n'), "rules.yaml"))
                .isEqualTo(Outcome.failed(Reason.INVALID_RULES, "rules.yaml", detail));
    }

    @Test
    void aHostileTextIsRefusedAndNothingElse() {
        String deep = "a: " + "[".repeat(50_000) + "]".repeat(50_000);
        String big = "# " + "x".repeat(1024 * 1024);
        String bomb = "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n";
        String made = "version: !!java.net.URL [\"http://127.0.0.1\"]\ndefault: allow\n";
        for (String text : List.of(deep, big, bomb, made, "", "\0", "- a", "{")) {
            assertThat(RulesText.read(text, "rules.yaml"))
                    .isInstanceOfSatisfying(
                            Failed.class,
                            failed ->
                                    assertThat(failed.failure().reason())
                                            .isEqualTo(Reason.INVALID_RULES));
        }
    }
}
