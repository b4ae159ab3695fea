package dev.curfew.estate;

import dev.curfew.identity.HostNames;
import dev.curfew.identity.Node;
import dev.curfew.identity.Selector;
import dev.curfew.identity.SpiffeIds;
import dev.curfew.query.Fields;
import dev.curfew.query.QueryField;
import dev.curfew.query.QueryLanguage;
import dev.curfew.query.TextMatch;
import java.time.Instant;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** The words that nodes can be asked for by. */
public final class NodeLanguage {
    private NodeLanguage() {}

    /**
     * The language over the nodes of one server as they are now. Not for several threads at once.
     */
    public static QueryLanguage of(ServerEstate server, Instant now) {
        List<Node> rows = server.nodes().value();
        EntryView view = server.entries().value();
        List<QueryField> fields =
                List.of(
                        Fields.text(
                                "id", "SPIFFE ID", List::of, row -> rows.get(row).id().toString()),
                        Fields.texts(
                                "name",
                                "host name, or last part of the SPIFFE ID",
                                List::of,
                                row ->
                                        List.of(
                                                HostNames.orShortName(rows.get(row)),
                                                SpiffeIds.shortName(rows.get(row).id()))),
                        Fields.text(
                                "type",
                                "how it attested",
                                () -> types(rows),
                                row -> rows.get(row).attestationType()),
                        Fields.texts(
                                "selector",
                                "one of its selectors",
                                List::of,
                                row ->
                                        rows.get(row).selectors().stream()
                                                .map(Selector::toString)
                                                .toList()),
                        Fields.flag(
                                "banned", "refused by the server", row -> rows.get(row).banned()),
                        Fields.flag(
                                        "stale",
                                        "its certificate has expired",
                                        row -> NodeState.of(rows.get(row), now) == NodeState.STALE)
                                .followingTheClock(),
                        Fields.flag(
                                "reattest",
                                "may attest again by itself",
                                row -> rows.get(row).canReattest()),
                        Fields.oneOf(
                                        "state",
                                        "attested, banned or stale",
                                        NodeState.class,
                                        row -> NodeState.of(rows.get(row), now))
                                .followingTheClock(),
                        Fields.timeLeft(
                                "expires",
                                "time to the end of its certificate, past",
                                row -> rows.get(row).expiresAtSeconds(),
                                now),
                        Fields.text(
                                "version",
                                "of the agent",
                                List::of,
                                row -> rows.get(row).version()),
                        Fields.text(
                                "serial",
                                "of its certificate",
                                List::of,
                                row -> rows.get(row).serial()),
                        Fields.number(
                                "serves",
                                "how many entries it may hand out",
                                row ->
                                        view.derived()
                                                .map(d ->
                                                        d.entitlements()
                                                                .rowsOf(rows.get(row))
                                                                .cardinality())
                                                .orElse(0)));
        return new QueryLanguage(fields, word -> freeText(rows, word));
    }

    private static IntPredicate freeText(List<Node> rows, String word) {
        Predicate<String> match = TextMatch.has(word);
        return row ->
                match.test(rows.get(row).id().toString())
                        || match.test(rows.get(row).attestationType())
                        || match.test(rows.get(row).serial())
                        || rows.get(row).selectors().stream()
                                .anyMatch(s -> match.test(s.toString()));
    }

    private static List<String> types(List<Node> rows) {
        return rows.stream().map(Node::attestationType).distinct().sorted().toList();
    }
}
