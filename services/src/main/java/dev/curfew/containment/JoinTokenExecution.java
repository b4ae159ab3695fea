package dev.curfew.containment;

import dev.curfew.containment.ChangePlan.Item;
import dev.curfew.export.EntryJson;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.spire.ItemResult;
import dev.curfew.spire.JoinToken;
import dev.curfew.spire.SpireServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a join token. Its value goes to the operator alone; SPIRE can not be asked for it again.
 */
final class JoinTokenExecution implements Execution {
    private final SpireServer server;
    private final Change.MakeJoinToken change;
    private @Nullable JoinToken made;

    JoinTokenExecution(SpireServer server, Change.MakeJoinToken change) {
        this.server = server;
        this.change = change;
    }

    @Override
    public Map<String, Failure> check(List<Item> items) {
        return Map.of();
    }

    @Override
    public String before() {
        return "[]";
    }

    @Override
    public String sent(List<Item> batch) {
        return EntryJson.writeIds(change.alias().map(Object::toString).stream().toList());
    }

    @Override
    public List<ItemResult<String>> send(List<Item> batch) {
        Outcome<JoinToken> outcome = server.nodes().createJoinToken(change.ttl(), change.alias());
        if (outcome instanceof Outcome.Ok<JoinToken>(var token)) {
            made = token;
        }
        return List.of(
                new ItemResult<>(
                        batch.getFirst().key(),
                        outcome.map(token -> "expires " + token.expiresAt())));
    }

    /** No call lists tokens. */
    @Override
    public Map<String, Outcome<Boolean>> readBack(List<Item> items) {
        return Map.of();
    }

    @Override
    public String after() {
        return "[]";
    }

    @Override
    public Optional<JoinToken> token() {
        return Optional.ofNullable(made);
    }
}
