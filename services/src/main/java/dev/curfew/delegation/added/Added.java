package dev.curfew.delegation.added;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.check.Fact;
import dev.curfew.delegation.check.Facts;
import dev.curfew.delegation.token.TokenClaims;
import dev.curfew.delegation.token.TokenGrants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tokens and declared grants that an operator has added, each known by a name. Immutable. What a
 * token claims and what a backend keeps stay two facts, even if they are about the same.
 */
public record Added(List<Token> tokens, List<Declared> declared) {
    public static final Added NOTHING = new Added(List.of(), List.of());

    public Added {
        tokens = List.copyOf(tokens);
        declared = List.copyOf(declared);
    }

    /**
     * The names in a token; of the token itself nothing is kept.
     *
     * @param grants the hops that it claims
     */
    public record Token(String name, TokenClaims claims, List<Grant> grants) {
        public Token {
            grants = List.copyOf(grants);
        }

        static Token of(String name, TokenClaims claims, Instant readAt) {
            return new Token(name, claims, TokenGrants.of(claims, name, readAt));
        }
    }

    public record Declared(String name, List<Grant> grants) {
        public Declared {
            grants = List.copyOf(grants);
        }
    }

    public static Added of(Token token) {
        return new Added(List.of(token), List.of());
    }

    public static Added of(Declared declared) {
        return new Added(List.of(), List.of(declared));
    }

    public boolean isEmpty() {
        return tokens.isEmpty() && declared.isEmpty();
    }

    /** What has been added, by its names, in the order in which it was added. */
    public List<String> names() {
        return Stream.concat(
                        tokens.stream().map(Token::name), declared.stream().map(Declared::name))
                .toList();
    }

    /** With more; what has the same name takes the place of what was there. */
    public Added and(Added more) {
        Added others = more.names().stream().reduce(this, Added::without, (_, last) -> last);
        return new Added(
                Stream.concat(others.tokens.stream(), more.tokens.stream()).toList(),
                Stream.concat(others.declared.stream(), more.declared.stream()).toList());
    }

    public Added without(String name) {
        return new Added(
                tokens.stream().filter(token -> !token.name().equals(name)).toList(),
                declared.stream().filter(one -> !one.name().equals(name)).toList());
    }

    public List<Grant> grants() {
        return Stream.concat(
                        tokens.stream().flatMap(token -> token.grants().stream()),
                        declared.stream().flatMap(one -> one.grants().stream()))
                .toList();
    }

    /** These facts with the tokens among them. Who has presented one, no file tells. */
    public Facts with(Facts known) {
        if (tokens.isEmpty()) {
            return known;
        }
        List<Fact> facts = new ArrayList<>(known.all());
        facts.add(
                new Fact.Tokens(
                        tokens.stream()
                                .map(token ->
                                        new Fact.SeenToken(
                                                token.claims(), Optional.empty(), Set.of()))
                                .toList()));
        return new Facts(facts);
    }
}
