package dev.curfew.policy.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.AccessQuestion;
import dev.curfew.policy.AccessQuestion.AccessContext;
import dev.curfew.policy.Decision;
import dev.curfew.policy.Explanation;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicyIds;
import dev.curfew.policy.PolicySubject;
import dev.curfew.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TypedQuestionTest {
    private static Outcome<AccessQuestion> read(String subject, String resource, String context) {
        return new TypedQuestion(subject, "can_use", resource, context)
                .spelt(PolicyIds.WITHOUT_SCHEME);
    }

    @Test
    void aSpiffeIdIsSpeltAsTheBackendDoesAndTheContextHasItsTypes() {
        assertThat(
                        read(
                                " spiffe://acme.test/agent/planner ",
                                "tool:mail",
                                "now=2026-01-01T00:00:00Z\n\n subject.level = 3 \nresource.open=true"))
                .isEqualTo(
                        Outcome.ok(
                                new AccessQuestion(
                                        PolicySubject.of(
                                                new PolicyEntity(
                                                        "agent", "acme.test/agent/planner")),
                                        "can_use",
                                        new PolicyEntity("tool", "mail"),
                                        new AccessContext(
                                                Map.of("level", 3),
                                                Map.of("open", true),
                                                Map.of("now", "2026-01-01T00:00:00Z")))));
    }

    @Test
    void aSetOfSubjectsHasARelation() {
        assertThat(read("group:ops#member", "tool:mail", ""))
                .isEqualTo(
                        Outcome.ok(
                                new AccessQuestion(
                                        new PolicySubject(
                                                new PolicyEntity("group", "ops"),
                                                Optional.of("member")),
                                        "can_use",
                                        new PolicyEntity("tool", "mail"),
                                        AccessContext.NOTHING)));
    }

    @ParameterizedTest
    @CsvSource({
        "planner, tool:mail, '', planner",
        "agent:, tool:mail, '', agent:",
        "group:ops#, tool:mail, '', group:ops#",
        "agent:planner, mail, '', mail",
        "agent:planner, tool:mail, now, now",
        "agent:planner, tool:mail, =3, =3",
    })
    void whatCanNotBeReadIsNamed(String subject, String resource, String context, String named) {
        assertThat(read(subject, resource, context))
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> {
                            Failure why = failed.failure();
                            assertThat(why.reason()).isEqualTo(Reason.INVALID_INPUT);
                            assertThat(why.subject()).isEqualTo(named);
                        });
    }

    @ParameterizedTest
    @EnumSource(Decision.Verdict.class)
    void everyVerdictHasASentence(Decision.Verdict verdict) {
        assertThat(Texts.ofServices().has("answer." + verdict.name())).isTrue();
    }

    @Test
    void everyPartOfAnExplanationHasWords() {
        assertThat(
                        List.of(Explanation.Rule.values()).stream()
                                .map(rule -> "answer.rule." + rule.name()))
                .allMatch(Texts.ofServices()::has);
        assertThat(
                        List.of(Explanation.Holds.values()).stream()
                                .map(holds -> "answer.holds." + holds.name()))
                .allMatch(Texts.ofServices()::has);
        assertThat(
                        List.of(Explanation.Note.values()).stream()
                                .filter(note -> note != Explanation.Note.NONE)
                                .map(note -> "answer.note." + note.name()))
                .allMatch(Texts.ofServices()::has);
    }
}
