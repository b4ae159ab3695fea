package dev.curfew.estate;

import dev.curfew.identity.Binding;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.identity.Selector;
import dev.curfew.identity.SpiffeIds;
import dev.curfew.query.Fields;
import dev.curfew.query.QueryField;
import dev.curfew.query.QueryLanguage;
import dev.curfew.query.TextMatch;
import io.spiffe.spiffeid.SpiffeId;
import io.spiffe.spiffeid.TrustDomain;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * The words that entries can be asked for by. The same in the window and behind {@code --where}.
 */
public final class EntryLanguage {
    private EntryLanguage() {}

    /**
     * The language over the entries of one server as they are now. Not for several threads at once.
     */
    public static QueryLanguage of(ServerEstate server, Instant now) {
        EntryView view = server.entries().value();
        EntryTable rows = view.entries();
        long defaultX509 = server.profile().timings().defaultX509Ttl().toSeconds();
        long defaultJwt = server.profile().timings().defaultJwtTtl().toSeconds();
        List<QueryField> fields =
                List.of(
                        Fields.texts(
                                "id",
                                "SPIFFE ID or entry id",
                                List::of,
                                row ->
                                        List.of(
                                                rows.get(row).spiffeId().toString(),
                                                rows.get(row).id())),
                        Fields.text(
                                "name",
                                "last part of the SPIFFE ID",
                                List::of,
                                row -> SpiffeIds.shortName(rows.get(row).spiffeId())),
                        Fields.<TrustDomain>shared(
                                "td",
                                "trust domain",
                                () -> trustDomains(server),
                                row -> rows.get(row).spiffeId().getTrustDomain(),
                                td -> List.of(td.getName())),
                        Fields.<SpiffeId>shared(
                                "parent",
                                "parent ID",
                                () -> parents(server),
                                row -> rows.get(row).parentId(),
                                id -> List.of(id.toString())),
                        Fields.texts(
                                "selector",
                                "one of its selectors",
                                List::of,
                                row ->
                                        rows.get(row).selectors().stream()
                                                .map(Selector::toString)
                                                .toList()),
                        Fields.prepared(
                                "node",
                                "a node that serves it",
                                () -> nodeNames(server),
                                match -> servedBy(server, view, match)),
                        Fields.duration(
                                "ttl",
                                "X.509 TTL, defaults included",
                                row -> effective(rows.get(row).x509TtlSeconds(), defaultX509),
                                row -> rows.get(row).x509TtlSeconds() == 0),
                        Fields.duration(
                                "jwt",
                                "JWT TTL, defaults included",
                                row -> effective(rows.get(row).jwtTtlSeconds(), defaultJwt),
                                row -> rows.get(row).jwtTtlSeconds() == 0),
                        Fields.timeLeft(
                                "expires",
                                "time to its expiry, never, past",
                                row -> rows.get(row).expiresAtSeconds(),
                                now),
                        Fields.age(
                                "created",
                                "time since it was made",
                                row -> rows.get(row).createdAtSeconds(),
                                now),
                        Fields.flag(
                                "admin", "may call the server's API", row -> rows.get(row).admin()),
                        Fields.flag(
                                "inherits",
                                "admin through another entry of the same ID",
                                row -> finding(view, f -> f.inheritsAdmin(row))),
                        Fields.flag(
                                "downstream",
                                "may ask for an intermediate CA",
                                row -> rows.get(row).downstream()),
                        Fields.flag(
                                "shared",
                                "several entries give the same ID",
                                row -> finding(view, f -> f.isShared(row))),
                        Fields.flag(
                                "orphan",
                                "nothing stands for its parent",
                                row -> finding(view, f -> f.isOrphaned(row))),
                        Fields.flag(
                                "alias",
                                "names a group of nodes",
                                row -> rows.get(row).isNodeAlias()),
                        Fields.oneOf(
                                "bound",
                                "how tightly it is bound",
                                Binding.class,
                                row -> Binding.of(rows.get(row).selectors())),
                        Fields.<List<TrustDomain>>shared(
                                "federates",
                                "a trust domain it federates with",
                                List::of,
                                row -> rows.get(row).federatesWith(),
                                list -> list.stream().map(TrustDomain::getName).toList()),
                        Fields.texts(
                                "dns",
                                "one of its DNS names",
                                List::of,
                                row -> rows.get(row).dnsNames()),
                        Fields.text("hint", "its hint", List::of, row -> rows.get(row).hint()),
                        Fields.flag(
                                "stored",
                                "kept by an SVID store",
                                row -> rows.get(row).storeSvid()),
                        Fields.number(
                                "revision",
                                "how often it was updated",
                                row -> rows.get(row).revision()));
        return new QueryLanguage(fields, word -> freeText(rows, word));
    }

    private static IntPredicate freeText(EntryTable rows, String word) {
        Predicate<String> match = TextMatch.has(word);
        // A whole SPIFFE ID is compared with the whole; a part only with the path, which is what
        // differs.
        IntFunction<String> id =
                word.startsWith("spiffe://")
                        ? row -> rows.get(row).spiffeId().toString()
                        : row -> rows.get(row).spiffeId().getPath();
        IntPredicate trustDomain =
                Fields.<TrustDomain>onceEach(
                        row -> rows.get(row).spiffeId().getTrustDomain(),
                        td -> match.test(td.getName()));
        IntPredicate parent =
                Fields.<SpiffeId>onceEach(
                        row -> rows.get(row).parentId(), p -> match.test(p.toString()));
        Predicate<Selector> selector = SelectorMatch.of(word, match);
        return row -> {
            RegistrationEntry entry = rows.get(row);
            return match.test(id.apply(row))
                    || parent.test(row)
                    || trustDomain.test(row)
                    || any(entry.selectors(), selector)
                    || match.test(entry.id())
                    || !entry.hint().isEmpty() && match.test(entry.hint())
                    || !entry.dnsNames().isEmpty() && any(entry.dnsNames(), match);
        };
    }

    /** Without a stream: this runs for every row at each key stroke. */
    private static <T> boolean any(List<T> list, Predicate<? super T> test) {
        for (int i = 0; i < list.size(); i++) {
            if (test.test(list.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static IntPredicate servedBy(
            ServerEstate server, EntryView view, Predicate<String> match) {
        BitSet served = new BitSet();
        view.derived()
                .ifPresent(derived -> {
                    for (Node node : server.nodes().value()) {
                        if (match.test(node.id().toString())) {
                            served.or(derived.entitlements().rowsOf(node));
                        }
                    }
                });
        return served::get;
    }

    private static boolean finding(EntryView view, Predicate<EntryFindings> finding) {
        return view.derived().map(d -> finding.test(d.findings())).orElse(false);
    }

    private static long effective(int seconds, long byDefault) {
        return seconds == 0 ? byDefault : seconds;
    }

    private static List<String> trustDomains(ServerEstate server) {
        return server.trustDomain().map(td -> List.of(td.getName())).orElse(List.of());
    }

    private static List<String> parents(ServerEstate server) {
        return server.entries().value().entries().stream()
                .map(RegistrationEntry::parentId)
                .distinct()
                .map(SpiffeId::toString)
                .sorted()
                .toList();
    }

    private static List<String> nodeNames(ServerEstate server) {
        return server.nodes().value().stream()
                .map(node -> SpiffeIds.shortName(node.id()))
                .sorted()
                .toList();
    }
}
