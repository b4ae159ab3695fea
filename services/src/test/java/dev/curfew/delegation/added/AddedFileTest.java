package dev.curfew.delegation.added;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.delegation.End;
import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.Permission;
import dev.curfew.delegation.Scope;
import dev.curfew.delegation.Source;
import dev.curfew.delegation.check.Fact;
import dev.curfew.delegation.check.Facts;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddedFileTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final String DECLARED =
            """
            version: 1
            grants:
              - id: handed over
                from: user:erin
                to: spiffe://acme.test/agent/planner
                task: market-study
                scope: [read dataset:papers, mail.send]
                not-before: 2026-11-01T00:00:00Z
                not-after: 2026-12-01T00:00:00Z
              - from: spiffe://acme.test/agent/planner
                to: dataset:papers
                action: read
                parent: handed over
                not-after: never
              - from: user:erin
                to: tool:mail
            """;

    @TempDir private Path folder;

    private static Added read(String text) {
        return switch (AddedFile.read(text, "own", NOW)) {
            case Ok<Added>(var added) -> added;
            case Failed<Added>(var failure) -> throw new AssertionError(failure);
        };
    }

    private static Failure failure(Outcome<Added> outcome) {
        return switch (outcome) {
            case Ok<Added> ok -> throw new AssertionError(ok);
            case Failed<Added>(var failure) -> failure;
        };
    }

    private static String token() {
        String payload =
                """
                {"jti":"j1","iss":"https://as.test","sub":"alice","exp":1796000000,
                 "act":{"sub":"spiffe://acme.test/agent/worker"}}
                """;
        return part("{\"alg\":\"ES256\"}") + "." + part(payload) + "." + part("a signature");
    }

    private static String part(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void declaredGrantsAreWhatIsSaidAndNoMore() {
        List<Grant> grants = read(DECLARED).grants();
        assertThat(grants)
                .extracting(Grant::kind)
                .containsExactly(Grant.Kind.DELEGATES, Grant.Kind.USES, Grant.Kind.STANDING);
        Grant first = grants.getFirst();
        assertThat(first.id()).isEqualTo("declared own handed over");
        assertThat(first.from()).isEqualTo(Party.user("erin"));
        assertThat(first.to()).isEqualTo(Party.agent("spiffe://acme.test/agent/planner"));
        assertThat(first.hop().task()).contains(Party.of(Party.Kind.TASK, "market-study"));
        assertThat(first.hop().scope())
                .contains(
                        Scope.of(
                                new Permission("read", "dataset:papers"),
                                Permission.scope("mail.send")));
        assertThat(first.hop().validity().end())
                .isEqualTo(End.at(Instant.parse("2026-12-01T00:00:00Z")));
        assertThat(first.hop().validity().notBefore())
                .contains(Instant.parse("2026-11-01T00:00:00Z"));
        assertThat(first.source()).isEqualTo(Source.declared("own", "handed over"));

        assertThat(grants.get(1).parent()).contains(first.id());
        assertThat(grants.get(1).hop().validity().end()).isEqualTo(End.NEVER);
        assertThat(grants.get(1).hop().scope())
                .contains(Scope.of(new Permission("read", "dataset:papers")));

        assertThat(grants.get(2).source().reference()).isEqualTo("no. 3");
        assertThat(grants.get(2).hop().validity().end())
                .as("nobody has said until when")
                .isEqualTo(End.UNKNOWN);
        assertThat(grants.get(2).hop().scope()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    from: user:erin                        | line 3: to is missing here
                    {from: user:erin, to: erin}            | line 3: a SPIFFE ID, or one of agent, authority, dataset, node, node-alias, other, task, tool, trust-domain, user with a colon and a name is expected here
                    {from: user:erin, to: 'tool:'}         | line 3: a name is missing behind tool:
                    {from: user:erin, to: tool:mail, parent: x} | line 3: no grant here has the id x
                    {from: user:erin, to: tool:mail, kind: gives} | line 3: one of answers-for, delegates, standing, uses is expected here
                    {from: user:erin, to: tool:mail, not-after: tomorrow} | line 3: a time as 2026-12-31T18:00:00Z is expected here, or never for an end
                    {from: user:erin, to: user:x, action: use} | line 3: an action is for a tool or a dataset
                    """)
    void whatIsWrongIsNamedWithItsLine(String grant, String why) {
        Failure failure =
                failure(AddedFile.read("version: 1\ngrants:\n  - " + grant + "\n", "own", NOW));
        assertThat(failure.reason()).isEqualTo(Reason.INVALID_RULES);
        assertThat(failure.subject()).isEqualTo("own");
        assertThat(failure.detail()).isEqualTo(why);
    }

    @Test
    void anIdStandsOnce() {
        String twice = "  - {id: a, from: user:erin, to: tool:mail}\n";
        assertThat(
                        failure(AddedFile.read("version: 1\ngrants:\n" + twice + twice, "own", NOW))
                                .detail())
                .isEqualTo("line 4: another grant has the id a too");
    }

    @Test
    void aTokenIsKnownByItsFormAndOnlyItsNamesAreKept() throws IOException {
        String token = token();
        Path file = Files.writeString(folder.resolve("worker.jwt"), token + "\n");
        Added added =
                switch (AddedFile.read(file, NOW)) {
                    case Ok<Added>(var found) -> found;
                    case Failed<Added>(var failure) -> throw new AssertionError(failure);
                };
        assertThat(added.names()).containsExactly("worker.jwt");
        assertThat(added.grants())
                .extracting(Grant::from, Grant::to)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(
                                Party.user("alice"),
                                Party.agent("spiffe://acme.test/agent/worker")));
        assertThat(added.toString()).doesNotContain(token.substring(token.lastIndexOf('.') + 1));
        assertThat(added.with(Facts.NONE).find(Fact.Tokens.class).orElseThrow().all()).hasSize(1);
    }

    @Test
    void theSameNameTakesTheOldOnesPlace() {
        Added both = read(DECLARED).and(Added.of(new Added.Declared("other", List.of())));
        Added again = both.and(Added.of(new Added.Declared("own", List.of())));
        assertThat(again.names()).containsExactly("other", "own");
        assertThat(again.grants()).isEmpty();
        assertThat(again.without("own").without("other")).isEqualTo(Added.NOTHING);
    }

    @Test
    void whatIsNoFileIsNotReadAndNothingOfATokenIsInAFailure() throws IOException {
        assertThat(failure(AddedFile.read(folder, NOW)).detail()).isEqualTo("it is not a file");
        assertThat(failure(AddedFile.read(folder.resolve("gone"), NOW)).reason())
                .isEqualTo(Reason.FILE_UNREADABLE);
        String cut = part("{\"alg\":\"ES256\"}") + "." + part("{\"jti\":") + "." + part("s");
        Failure broken = failure(AddedFile.read(cut, "cut", NOW));
        assertThat(broken.reason()).isEqualTo(Reason.INVALID_TOKEN);
        assertThat(broken.detail()).doesNotContain("jti");
        assertThat(failure(AddedFile.read("a.b.c.d.e", "sealed", NOW)).detail())
                .isEqualTo("it is encrypted (JWE), and only its reader can open it");
    }
}
