package dev.curfew.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.delegation.GrantGraph;
import dev.curfew.delegation.rules.DelegationRules;
import dev.curfew.delegation.rules.Matrix;
import dev.curfew.delegation.rules.Rule;
import dev.curfew.delegation.rules.RulesText;
import dev.curfew.delegation.rules.Verdict;
import dev.curfew.estate.BackendEstate;
import dev.curfew.lab.Lab;
import dev.curfew.lab.time.DrivenTime;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of rules means something where everyone sees it first: on the lab. */
class LabExampleRulesTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String DELEGATION = "lab:policy delegation:";

    @TempDir Path folder;

    @Test
    void theExampleAllowsWhatIsInOrderInTheLabAndForbidsWhatIsNot() throws IOException {
        Matrix matrix = Matrix.of(grants(), example(), NOON);
        assertThat(matrix.cells())
                .flatExtracting(Matrix.Cell::grants)
                .extracting(LabExampleRulesTest::said)
                .containsExactlyInAnyOrder(
                        "market-study.1 allowed by people begin chains at home",
                        "market-study.2 allowed by agents hand on once",
                        "release.1 allowed by people begin chains at home",
                        "release.2 forbidden by nobody is handed the deployment",
                        "month-end.1 allowed by people begin chains at home",
                        "month-end.2 forbidden by nothing overnight",
                        "inbox.1 allowed by people begin chains at home",
                        "inbox.2 allowed by agents hand on once",
                        "inbox.3 forbidden by no long chains",
                        "labeling.1 not covered",
                        "labeling.2 not covered",
                        "reconciliation.1 allowed by people begin chains at home",
                        "reconciliation.2 forbidden by the books stay here");
        assertThat(matrix.unused()).isEmpty();
    }

    private static String said(Matrix.Ruled ruled) {
        String what =
                switch (ruled.verdict()) {
                    case Verdict.Allowed _ -> " allowed";
                    case Verdict.Forbidden _ -> " forbidden";
                    case Verdict.NotPermitted _ -> " not covered";
                    case Verdict.Undecided _ -> " undecided";
                };
        String by = ruled.verdict().byRule().map(Rule::name).map(" by "::concat).orElse("");
        assertThat(ruled.grant().id()).startsWith(DELEGATION);
        return ruled.grant().id().substring(DELEGATION.length()) + what + by;
    }

    private static DelegationRules example() {
        return switch (RulesText.read(RulesText.example(), "the example")) {
            case Outcome.Ok<DelegationRules>(var read) -> read;
            case Outcome.Failed<DelegationRules>(var why) -> throw new AssertionError(why);
        };
    }

    private GrantGraph grants() throws IOException {
        DrivenTime time = new DrivenTime(NOON);
        try (Lab lab = Lab.start(time);
                CoreGraph core =
                        new CoreGraph(
                                new CoreGraph.Setup(
                                        time,
                                        folder.resolve("curfew.db"),
                                        Duration.ofSeconds(30),
                                        (_, purpose) ->
                                                Outcome.failed(
                                                        Reason.INVALID_INPUT, purpose, "none"),
                                        new LabHost(lab)))) {
            core.estates().connectNow(core.lab().policy());
            List<BackendEstate> backends = core.estates().estate().backends();
            assertThat(backends).hasSize(1);
            return GrantGraph.of(backends.getFirst().grants().value().grants());
        }
    }
}
