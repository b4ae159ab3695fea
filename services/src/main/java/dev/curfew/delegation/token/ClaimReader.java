package dev.curfew.delegation.token;

import dev.curfew.delegation.End;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.Permission;
import dev.curfew.delegation.Scope;
import dev.curfew.outcome.SafeText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Takes the names out of a token's claims; the claims are hostile input. One use. */
final class ClaimReader {
    private static final int LONGEST_NAME = 2048;
    private static final int MOST = 100;
    private static final Set<String> KEY_PLACES = Set.of("jku", "x5u");

    private final JsonNode header;
    private final JsonNode payload;

    ClaimReader(JsonNode header, JsonNode payload) {
        this.header = header;
        this.payload = payload;
    }

    TokenClaims read() throws BadToken {
        List<ClaimedHop> hops = new ArrayList<>();
        int unread = hops(hops);
        return new TokenClaims(
                id(),
                TokenKind.of(header.path("typ").asString("")),
                name(header, "alg").orElse(""),
                name(payload, "iss"),
                name(payload, "sub").map(sub -> party(sub, payload)),
                actors(),
                mayAct(),
                hops,
                unread,
                audience(),
                scope(payload),
                time("iat"),
                time("nbf"),
                end(payload),
                boundTo(),
                name(payload, "txn"),
                KEY_PLACES.stream().filter(header::has).sorted().toList());
    }

    private String id() throws BadToken {
        Optional<String> jti = name(payload, "jti");
        if (jti.isPresent()) {
            return jti.get();
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(payload.toString().getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The current actor, then those before it; who asked for a transaction counts as one. */
    private List<Actor> actors() throws BadToken {
        List<Actor> actors = new ArrayList<>();
        JsonNode act = payload.path("act");
        while (!act.isMissingNode()) {
            if (!act.isObject()) {
                throw new BadToken("its actor (act) is no JSON object");
            }
            actors.add(actor(act, "act"));
            act = act.path("act");
        }
        if (actors.isEmpty()) {
            name(payload, "req_wl")
                    .ifPresent(workload ->
                            actors.add(new Actor(party(workload, header), Optional.empty())));
        }
        return actors;
    }

    private List<Actor> mayAct() throws BadToken {
        JsonNode may = payload.path("may_act");
        if (may.isMissingNode()) {
            return List.of();
        }
        List<Actor> actors = new ArrayList<>();
        for (JsonNode one : may.isArray() ? few(may, "may_act") : List.of(may)) {
            actors.add(actor(one, "may_act"));
        }
        return actors;
    }

    private static Actor actor(JsonNode node, String claim) throws BadToken {
        Optional<String> sub =
                node.isObject() ? name(node, "sub").or(() -> client(node)) : Optional.empty();
        if (sub.isEmpty()) {
            throw new BadToken("it names an actor (" + claim + ") without a subject (sub)");
        }
        return new Actor(party(sub.get(), node), name(node, "iss"));
    }

    private static Optional<String> client(JsonNode node) {
        JsonNode client = node.path("client_id");
        return client.isString() && client.asString("").length() <= LONGEST_NAME
                ? Optional.of(SafeText.of(client.asString("")))
                : Optional.empty();
    }

    /** A list of hops in any of the forms that drafts have; says how many are in another one. */
    private int hops(List<ClaimedHop> into) throws BadToken {
        JsonNode chain = payload.path("delegation_chain");
        if (chain.isMissingNode()) {
            return 0;
        }
        if (!chain.isArray()) {
            throw new BadToken("its list of hops (delegation_chain) is no list");
        }
        int unread = 0;
        for (JsonNode one : few(chain, "delegation_chain")) {
            Optional<String> from = first(one, "delegator", "from");
            Optional<String> to = first(one, "delegatee", "delegate", "to", "sub");
            if (from.isPresent() && to.isPresent()) {
                into.add(
                        new ClaimedHop(
                                party(from.get(), header),
                                party(to.get(), header),
                                scope(one),
                                end(one)));
            } else {
                unread++;
            }
        }
        return unread;
    }

    private static Optional<String> first(JsonNode node, String... claims) throws BadToken {
        for (String claim : claims) {
            JsonNode value = node.path(claim);
            Optional<String> found = value.isObject() ? name(value, "sub") : name(node, claim);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private List<String> audience() throws BadToken {
        JsonNode aud = payload.path("aud");
        if (!aud.isArray()) {
            return name(payload, "aud").stream().toList();
        }
        List<String> audience = new ArrayList<>();
        for (JsonNode one : few(aud, "aud")) {
            audience.add(text(one, "aud"));
        }
        return audience;
    }

    private static Optional<Scope> scope(JsonNode node) throws BadToken {
        JsonNode scope = node.path("scope");
        if (scope.isMissingNode()) {
            return Optional.empty();
        }
        Set<Permission> permissions = new TreeSet<>();
        if (scope.isArray()) {
            for (JsonNode one : few(scope, "scope")) {
                permissions.add(Permission.scope(text(one, "scope")));
            }
        } else {
            Stream.of(text(scope, "scope").split(" +"))
                    .filter(word -> !word.isEmpty())
                    .map(Permission::scope)
                    .forEach(permissions::add);
        }
        return Optional.of(Scope.of(permissions));
    }

    private static End end(JsonNode node) throws BadToken {
        return time(node, "exp").<End>map(End::at).orElse(End.UNKNOWN);
    }

    private Optional<Instant> time(String claim) throws BadToken {
        return time(payload, claim);
    }

    private static Optional<Instant> time(JsonNode node, String claim) throws BadToken {
        JsonNode value = node.path(claim);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        try {
            if (value.isNumber()) {
                double seconds = value.doubleValue();
                if (seconds >= 0 && seconds < 253_402_300_800.0) {
                    return Optional.of(Instant.ofEpochSecond((long) seconds));
                }
            }
        } catch (DateTimeException | ArithmeticException e) {
            // Said below.
        }
        throw new BadToken("its time (" + claim + ") is no number of seconds since 1970");
    }

    private Optional<String> boundTo() throws BadToken {
        JsonNode cnf = payload.path("cnf");
        if (!cnf.isObject()) {
            return Optional.empty();
        }
        for (String claim : List.of("spiffe_id", "x5t#S256", "jkt", "kid")) {
            Optional<String> found = name(cnf, claim);
            if (found.isPresent()) {
                return found;
            }
        }
        return cnf.has("jwk") ? Optional.of("jwk") : Optional.empty();
    }

    private static List<JsonNode> few(JsonNode list, String claim) throws BadToken {
        if (list.size() > MOST) {
            throw new BadToken("it has more than " + MOST + " values in " + claim);
        }
        List<JsonNode> all = new ArrayList<>();
        list.forEach(all::add);
        return all;
    }

    private static Optional<String> name(JsonNode node, String claim) throws BadToken {
        JsonNode value = node.path(claim);
        return value.isMissingNode() ? Optional.empty() : Optional.of(text(value, claim));
    }

    private static String text(JsonNode value, String claim) throws BadToken {
        if (!value.isString()) {
            throw new BadToken("its " + claim + " is no text");
        }
        String text = value.asString("");
        if (text.isBlank() || text.length() > LONGEST_NAME) {
            throw new BadToken("its " + claim + " is empty or longer than 2048 characters");
        }
        return SafeText.of(text);
    }

    /** One with a SPIFFE ID, or said to be an agent or a service, is a workload; else a user. */
    private static Party party(String name, JsonNode beside) {
        String profile = beside.path("sub_profile").asString("");
        boolean workload =
                name.startsWith("spiffe://")
                        || profile.equals("ai_agent")
                        || profile.equals("service");
        return workload ? Party.agent(name) : Party.user(name);
    }
}
