package dev.curfew.lab.policy;

import static dev.curfew.lab.policy.TypeWriter.and;
import static dev.curfew.lab.policy.TypeWriter.butNot;
import static dev.curfew.lab.policy.TypeWriter.direct;
import static dev.curfew.lab.policy.TypeWriter.everyone;
import static dev.curfew.lab.policy.TypeWriter.from;
import static dev.curfew.lab.policy.TypeWriter.one;
import static dev.curfew.lab.policy.TypeWriter.or;
import static dev.curfew.lab.policy.TypeWriter.the;
import static dev.curfew.lab.policy.TypeWriter.those;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.wire.openfga.AuthorizationModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {
    private static final String MISSING =
            "UNKNOWN failed to evaluate relationship condition: 'live_until' - tuple"
                    + " 'delegation:%s#lease_a@agent:*' is missing context"
                    + " parameters '[current_time]'";

    private static final String TOO_DEEP =
            "UNKNOWN Authorization Model resolution required too many rewrite rules to be resolved."
                    + " Check your authorization model for infinite recursion or too much nesting";

    /** Two hops, the second under the first; one beside them that has no hop above it. */
    @Nested
    @TestInstance(Lifecycle.PER_CLASS)
    class OfAgents {
        private Backend backend;

        @BeforeAll
        void start() throws Exception {
            backend = Backend.ofAgents();
            backend.write(
                    """
                    delegation:d1 delegator user:ana
                    delegation:d1 delegate agent:a
                    delegation:d1 root agent:*
                    delegation:d1 lease_a agent:* until 13:00
                    delegation:d2 parent delegation:d1
                    delegation:d2 delegator agent:a
                    delegation:d2 delegate agent:b
                    delegation:d2 lease_a agent:* until 12:30
                    delegation:d2 lease_b agent:* until 14:00
                    delegation:stray delegate agent:c
                    delegation:stray lease_a agent:* until 14:00
                    delegation:round parent delegation:trip
                    delegation:round delegate agent:r
                    delegation:round lease_a agent:* until 14:00
                    delegation:trip parent delegation:round
                    delegation:trip lease_a agent:* until 14:00
                    tool:t via delegation:d2
                    tool:t standing agent:s
                    tool:t standing agent:z until 12:30
                    tool:r via delegation:round
                    dataset:x write_via delegation:d1
                    """);
        }

        @AfterAll
        void stop() {
            backend.close();
        }

        @ParameterizedTest
        @CsvSource({
            "agent:b can_use tool:t, 12:15, yes",
            // the second lease counts where the first is over
            "agent:b can_use tool:t, 12:45, yes",
            // its own lease lives, that of the hop above does not
            "agent:b can_use tool:t, 13:30, no",
            "agent:b holder delegation:d2, 12:59, yes",
            "agent:b holder delegation:d2, 13:00, no",
            // a delegator has nothing of it
            "agent:a can_use tool:t, 12:15, no",
            "user:ana can_use tool:t, 12:15, no",
            "agent:c holder delegation:stray, 12:15, no",
            "agent:r holder delegation:round, 12:15, no",
            "agent:r can_use tool:r, 12:15, no",
            // without the time only where nobody needs it
            "agent:s can_use tool:t, '', yes",
            "agent:a can_write dataset:x, 12:15, yes",
            "agent:a can_read dataset:x, 12:15, yes",
            "agent:z can_use tool:t, 12:15, yes",
            "agent:z can_use tool:t, 12:45, no",
            "agent:* live delegation:d1, 12:15, yes",
            "agent:* standing tool:t, 12:15, no",
            "delegation:d1 parent delegation:d2, '', yes",
            "user:ana live delegation:d1, '', no",
            // what stands there of itself
            "delegation:d9#holder holder delegation:d9, '', yes",
            "delegation:d9#holder holder delegation:d8, '', no",
        })
        void follows(String asked, String time, String answer) {
            assertThat(backend.check(asked, time)).isEqualTo(answer);
        }

        @ParameterizedTest
        @CsvSource({
            "agent:b can_use tool:t, d2",
            "agent:a holder delegation:d1, d1",
            "agent:a live delegation:d1, d1",
        })
        void cannotSayWithoutTheTime(String asked, String hop) {
            assertThat(backend.check(asked, ""))
                    .isIn(
                            MISSING.formatted(hop),
                            MISSING.formatted(hop).replace("lease_a", "lease_b"),
                            MISSING.formatted("d1"));
        }

        @Test
        void valuesThatTheTupleKeepsWin() {
            var asked = backend.asking("agent:z can_use tool:t", "12:45");
            asked.getContextBuilder()
                    .putAllFields(
                            Backend.struct("not_after", "2026-11-22T18:00:00Z").getFieldsMap());
            assertThat(backend.check(asked)).isEqualTo("no");
        }

        @ParameterizedTest
        @CsvSource({
            "noon, 'expected RFC 3339 formatted timestamp string, but found ''noon'''",
            "2026-11-22, 'expected RFC 3339 formatted timestamp string, but found ''2026-11-22'''",
        })
        void aTimeThatIsNone(String time, String why) {
            var asked = backend.asking("agent:z can_use tool:t", "");
            asked.setContext(Backend.struct("current_time", time));
            assertThat(backend.check(asked))
                    .isEqualTo(
                            "UNKNOWN failed to evaluate relationship condition: parameter type"
                                    + " error on condition 'live_until' - failed to convert context parameter 'current_time': "
                                    + why);
        }

        @Test
        void aTimeWithAnOffsetAndValuesThatNobodyAskedFor() {
            var asked = backend.asking("agent:z can_use tool:t", "");
            asked.setContext(
                    Backend.struct(
                            "current_time", "2026-11-22T13:15:00.5+01:00", "weather", "rain"));
            assertThat(backend.check(asked)).isEqualTo("yes");
        }

        @Test
        void tuplesOfTheRequestCountOnce() {
            var asked =
                    backend.asking("agent:n can_use tool:t", "12:15")
                            .setContextualTuples(Backend.beside("delegation:d2 delegate agent:n"));
            assertThat(backend.check(asked)).isEqualTo("yes");
            assertThat(backend.check("agent:n can_use tool:t", "12:15")).isEqualTo("no");
        }

        @ParameterizedTest
        @CsvSource({
            "a can_use tool:t, 'INVALID_ARGUMENT invalid CheckRequest.TupleKey: embedded message"
                    + " failed validation | caused by: invalid CheckRequestTupleKey.User: value does"
                    + " not match regex pattern \"^[^\\\\s]{2,512}$\"'",
            "anna can_use tool:t, 'UNKNOWN invalid relation: the ''user'' field must be an object"
                    + " (e.g. document:1) or an ''object#relation'' or a typed wildcard (e.g."
                    + " group:*)'",
            "robot:a can_use tool:t, UNKNOWN invalid relation: type 'robot' not found",
            "agent:a can_use robot:t, UNKNOWN invalid relation: type 'robot' not found",
            "agent:a can_use tool:*, UNKNOWN invalid relation: the 'object' field cannot reference"
                    + " a typed wildcard",
            "agent:a can_use tool, UNKNOWN invalid relation: invalid 'object' field format",
            "agent:a can_eat tool:t, UNKNOWN invalid relation: relation 'tool#can_eat' not found",
            "agent:a#x can_use tool:t, UNKNOWN invalid relation: relation 'agent#x' not found",
            "agent:spiffe://acme.test/a can_use tool:t, UNKNOWN invalid relation: the 'user' field"
                    + " is malformed",
            "agent:acme.test/agent/a can_use tool:t, no",
        })
        void refusesWhatTheModelDoesNotKnow(String asked, String answer) {
            assertThat(backend.check(asked, "12:15")).isEqualTo(answer);
        }
    }

    /** Sets of sets, exclusion, everyone, and hops without an end. */
    @Nested
    @TestInstance(Lifecycle.PER_CLASS)
    class OfGroups {
        private Backend backend;

        @BeforeAll
        void start() throws Exception {
            backend =
                    Backend.of(
                            AuthorizationModel.newBuilder()
                                    .setSchemaVersion("1.1")
                                    .addTypeDefinitions(new TypeWriter("user").done())
                                    .addTypeDefinitions(
                                            new TypeWriter("group")
                                                    .define(
                                                            "member",
                                                            one("user"),
                                                            everyone("user"),
                                                            those("group", "member"))
                                                    .define("banned", one("user"))
                                                    .define(
                                                            "active",
                                                            butNot(the("member"), the("banned")))
                                                    .done())
                                    .addTypeDefinitions(
                                            new TypeWriter("doc")
                                                    .define("parent", one("doc"))
                                                    .define(
                                                            "viewer",
                                                            or(direct(), from("parent", "viewer")),
                                                            those("group", "active"),
                                                            one("user"))
                                                    .define("signed", one("user"))
                                                    .define(
                                                            "cleared",
                                                            and(the("viewer"), the("signed")))
                                                    .define(
                                                            "step",
                                                            and(
                                                                    the("open"),
                                                                    or(
                                                                            the("first"),
                                                                            from(
                                                                                    "parent",
                                                                                    "step"))))
                                                    .define("open", everyone("user"))
                                                    .define("first", everyone("user"))
                                                    .done())
                                    .build());
            backend.write(
                    """
                    group:g member user:ann
                    group:g member group:h#member
                    group:h member user:ben
                    group:h member user:bad
                    group:g banned user:bad
                    group:all member user:*
                    group:all banned user:bad
                    group:i member group:j#member
                    group:j member group:i#member
                    doc:1 viewer group:g#active
                    doc:2 parent doc:1
                    doc:3 viewer group:all#active
                    doc:2 signed user:ben
                    """);
        }

        @AfterAll
        void stop() {
            backend.close();
        }

        @ParameterizedTest
        @CsvSource({
            "user:ann viewer doc:1, yes",
            "user:ben viewer doc:1, yes",
            "user:bad viewer doc:1, no",
            "user:ben viewer doc:2, yes",
            "user:ben cleared doc:2, yes",
            "user:ann cleared doc:2, no",
            "user:any viewer doc:3, yes",
            "user:bad viewer doc:3, no",
            "user:ann member group:i, no",
            "group:h#member member group:g, yes",
            "group:g#active viewer doc:2, yes",
            "group:h#member viewer doc:1, yes",
            "user:* member group:all, yes",
            "user:* member group:g, no",
        })
        void follows(String asked, String answer) {
            assertThat(backend.check(asked, "")).isEqualTo(answer);
        }

        @ParameterizedTest
        @CsvSource({"1, yes", "24, yes", "25, too deep", "26, too deep"})
        void hasALimit(int hops, String answer) {
            var lines = new StringBuilder("doc:h0 first user:*\n");
            for (var i = 0; i < hops; i++) {
                lines.append("doc:h%d open user:*\n".formatted(i));
                lines.append("doc:h%d parent doc:h%d\n".formatted(i + 1, i));
            }
            lines.append("doc:h%d open user:*\n".formatted(hops));
            var asked = backend.asking("user:ann step doc:h" + hops, "");
            assertThat(backend.check(asked.setContextualTuples(Backend.beside(lines.toString()))))
                    .isEqualTo(answer.equals("yes") ? answer : TOO_DEEP);
        }
    }
}
