package dev.curfew.delegation.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.delegation.End;
import dev.curfew.delegation.Given;
import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.Permission;
import dev.curfew.delegation.Scope;
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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenReaderTest {
    private static final Party ALICE = Party.user("alice");
    private static final Party PLANNER = Given.agent("planner");
    private static final Party WORKER = Given.agent("worker");
    private static final String CHAIN =
            """
            {'jti':'j1','iss':'https://as.test','sub':'alice','aud':['mail'],
             'scope':'mail.read mail.send','iat':1795867200,'exp':1795867500,
             'act':{'sub':'spiffe://acme.test/agent/worker',
                    'act':{'sub':'spiffe://acme.test/agent/planner','iss':'https://other.test'}}}
            """;

    private static String part(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static String jwt(String header, String payload) {
        return part(header) + "." + part(payload) + "." + part("a signature");
    }

    private static String signed(String payload) {
        return jwt("{'alg':'ES256','typ':'at+jwt'}", payload);
    }

    private static TokenClaims read(String token) {
        return switch (TokenReader.read(token, "t")) {
            case Ok<TokenClaims>(var claims) -> claims;
            case Failed<TokenClaims>(var failure) -> throw new AssertionError(failure);
        };
    }

    private static String problem(String token) {
        return switch (TokenReader.read(token, "t")) {
            case Ok<TokenClaims> ok -> throw new AssertionError(ok);
            case Failed<TokenClaims>(var failure) -> {
                assertThat(failure.reason()).isEqualTo(Reason.INVALID_TOKEN);
                yield failure.detail();
            }
        };
    }

    @Test
    void theNamesOfAChainAreRead() {
        TokenClaims token = read("Bearer " + signed(CHAIN) + "\n");
        assertThat(token.id()).isEqualTo("j1");
        assertThat(token.kind()).isEqualTo(TokenKind.ACCESS);
        assertThat(token.subject()).contains(ALICE);
        assertThat(token.actors())
                .containsExactly(
                        new Actor(WORKER, Optional.empty()),
                        new Actor(PLANNER, Optional.of("https://other.test")));
        assertThat(token.audience()).containsExactly("mail");
        assertThat(token.scope())
                .contains(Scope.of(Permission.scope("mail.read"), Permission.scope("mail.send")));
        assertThat(token.end()).isEqualTo(End.at(Instant.parse("2026-11-28T12:05:00Z")));
    }

    @Test
    void aChainRunsFromTheSubjectToWhoActsNow() {
        List<Grant> hops = TokenGrants.of(read(signed(CHAIN)), "t.jwt", Given.NOW);
        assertThat(hops).extracting(Grant::from).containsExactly(ALICE, PLANNER);
        assertThat(hops).extracting(Grant::to).containsExactly(PLANNER, WORKER);
        assertThat(hops.getLast().parent()).contains("token j1 1");
        assertThat(hops.getFirst().hop().scope()).as("not told").isEmpty();
        assertThat(hops.getFirst().hop().validity().end()).isEqualTo(End.UNKNOWN);
        assertThat(hops.getLast().hop().principals().principal()).contains(ALICE);
    }

    @Test
    void aTransactionTokenNamesWhoAskedForIt() {
        TokenClaims token =
                read(
                        jwt(
                                "{'alg':'ES256','typ':'txntoken+jwt'}",
                                "{'txn':'x1','sub':'alice','req_wl':'spiffe://acme.test/agent/worker',"
                                        + "'scope':'pay','tctx':{'secret':'s3cret'}}"));
        assertThat(token.kind()).isEqualTo(TokenKind.TRANSACTION);
        assertThat(token.transaction()).contains("x1");
        assertThat(token.currentActor()).contains(new Actor(WORKER, Optional.empty()));
        assertThat(token.toString()).doesNotContain("s3cret");
        assertThat(token.id()).startsWith("sha256:");
    }

    @Test
    void aListOfHopsIsReadAndWhatIsInAnotherFormIsCounted() {
        TokenClaims token =
                read(
                        signed(
                                "{'jti':'j','sub':'alice','delegation_chain':["
                                        + "{'delegator':'alice','delegatee':{'sub':'"
                                        + PLANNER.id()
                                        + "'},'scope':'mail','exp':1795867500},'eyJhbGciOi']}"));
        assertThat(token.hops())
                .containsExactly(
                        new ClaimedHop(
                                ALICE,
                                PLANNER,
                                Optional.of(Scope.of(Permission.scope("mail"))),
                                End.at(Instant.parse("2026-11-28T12:05:00Z"))));
        assertThat(token.unreadHops()).isEqualTo(1);
    }

    @Test
    void whoMayActAndWhatItIsBoundToAreRead() {
        TokenClaims token =
                read(
                        signed(
                                "{'sub':'svc','may_act':[{'sub':'"
                                        + WORKER.id()
                                        + "'},{'client_id':'c1','sub_profile':'ai_agent'}],"
                                        + "'cnf':{'x5t#S256':'abc'}}"));
        assertThat(token.mayAct())
                .containsExactly(
                        new Actor(WORKER, Optional.empty()),
                        new Actor(Party.agent("c1"), Optional.empty()));
        assertThat(token.boundTo()).contains("abc");
    }

    @Test
    void placesOfKeysAreNamedAndNotVisited() {
        TokenClaims token =
                read(jwt("{'alg':'ES256','jku':'http://127.0.0.1:1/','x5u':3}", "{'sub':'a'}"));
        assertThat(token.keyPlaces()).containsExactly("jku", "x5u");
    }

    @Test
    void hiddenCharactersAreShownAsWhatTheyAre() {
        assertThat(read(signed("{'sub':'al\\u202eice'}")).subject())
                .contains(Party.user("al\\u202eice"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'sub':3}|its sub is no text",
                "{'sub':'a','act':'worker'}|its actor (act) is no JSON object",
                "{'sub':'a','act':{'iss':'b'}}|it names an actor (act) without a subject (sub)",
                "{'sub':'a','exp':'soon'}|its time (exp) is no number of seconds since 1970",
                "{'sub':'a','exp':1e300}|its time (exp) is no number of seconds since 1970",
                "{'sub':'a','exp':-1}|its time (exp) is no number of seconds since 1970",
                "{'sub':'a','sub':'b'}|its payload is no JSON that can be read",
                "{'sub':'a'}{}|its payload is no JSON that can be read",
                "['a']|its payload is no JSON object",
                "{'sub':'a','delegation_chain':{}}|its list of hops (delegation_chain) is no list",
            })
    void whatIsWrongWithItsClaimsIsSaid(String payload, String detail) {
        assertThat(problem(signed(payload))).isEqualTo(detail);
    }

    @Test
    void whatNobodyShouldTakeIsRefused() {
        String good = part("{'alg':'ES256'}");
        String claims = part("{'sub':'alice'}");
        assertThat(problem("")).isEqualTo("it is empty");
        assertThat(problem("hello")).isEqualTo("a JWT has three parts with dots between them");
        assertThat(problem("a.b.c.d.e")).startsWith("it is encrypted (JWE)");
        assertThat(problem(jwt("{'alg':'none'}", "{'sub':'alice'}")))
                .isEqualTo("it is not signed: anybody could have written it");
        assertThat(problem(good + "." + claims + "."))
                .isEqualTo("it is not signed: anybody could have written it");
        assertThat(problem(good + "." + claims + ".***"))
                .isEqualTo("its signature is not in Base64url");
        assertThat(problem(jwt("{'alg':'ES256','crit':['x']}", "{'sub':'alice'}")))
                .startsWith("its header demands extensions");
        assertThat(problem(jwt("{}", "{}"))).isEqualTo("its header names no algorithm (alg)");
        assertThat(problem("x".repeat(TokenReader.LARGEST + 1)))
                .isEqualTo("it is longer than 16 KiB");
        String deep = "{'act':".repeat(500) + "1" + "}".repeat(500);
        assertThat(problem(signed(deep))).isEqualTo("its payload is no JSON that can be read");
        String many = "{'sub':'a','aud':[" + "'x',".repeat(200) + "'x']}";
        assertThat(problem(signed(many))).isEqualTo("it has more than 100 values in aud");
    }

    @Test
    void aFailureHoldsNothingOfTheToken() {
        Outcome<TokenClaims> failed = TokenReader.read(signed("{'sub':3,'x':'s3cret'}"), "t.jwt");
        assertThat(failed)
                .isEqualTo(Outcome.failed(Reason.INVALID_TOKEN, "t.jwt", "its sub is no text"));
    }

    @Test
    void aFileIsReadAndWhatIsNoFileIsNot(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("t.jwt");
        Files.writeString(file, signed(CHAIN));
        assertThat(TokenReader.read(file)).isEqualTo(Outcome.ok(read(signed(CHAIN))));
        assertThat(TokenReader.read(folder)).isInstanceOf(Failed.class);
        assertThat(TokenReader.read(folder.resolve("none")))
                .isEqualTo(Outcome.failed(Reason.INVALID_TOKEN, "none", "the file is not there"));
    }
}
