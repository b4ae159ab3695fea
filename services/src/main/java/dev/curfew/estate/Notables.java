package dev.curfew.estate;

import dev.curfew.estate.Notable.Kind;
import dev.curfew.exposure.RotationTimes;
import dev.curfew.identity.AuthoritySlots;
import dev.curfew.query.Parsed;
import dev.curfew.query.QueryLanguage;
import dev.curfew.text.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what is worth a look on a server, the most important first. Pure; takes a moment. */
public final class Notables {
    private static final Map<Kind, String> QUERIES = new EnumMap<>(Kind.class);

    static {
        QUERIES.put(Kind.INHERITS_ADMIN, "inherits:true");
        QUERIES.put(Kind.FEDERATION_WITHOUT_BUNDLE, "bundle:false");
        QUERIES.put(Kind.TTL_OF_DAYS, "ttl>=24h alias:false");
        QUERIES.put(Kind.BOUND_TO_NODE, "bound:node alias:false");
        QUERIES.put(Kind.SHARED_IDENTITY, "shared:true");
        QUERIES.put(Kind.EXPIRING_SOON, "expires<2d -expires:past");
        QUERIES.put(Kind.AUTHORITY_WITHOUT_SLOT, "slot:none");
        QUERIES.put(Kind.OLD_AUTHORITY_TRUSTED, "slot:old trusted:true");
        QUERIES.put(Kind.TAINTED_AUTHORITY, "tainted:true");
        QUERIES.put(Kind.STALE_NODE, "state:stale");
        QUERIES.put(Kind.ORPHANED_ENTRY, "orphan:true");
        QUERIES.put(Kind.BANNED_NODE, "state:banned");
    }

    private Notables() {}

    public static List<Notable> of(ServerEstate server, Instant now) {
        List<Notable> found = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            query(kind, server)
                    .ifPresent(query -> {
                        int count = count(kind.place(), server, query, now);
                        if (count > 0) {
                            found.add(new Notable(kind, count, query));
                        }
                    });
        }
        found.sort(
                Comparator.comparing((Notable notable) -> notable.kind().weight())
                        .thenComparing(Comparator.comparingInt(Notable::count).reversed()));
        return found;
    }

    /** How many rows of a list a query leaves. */
    public static int count(Notable.Place place, ServerEstate server, String query, Instant now) {
        QueryLanguage language;
        int rows;
        switch (place) {
            case ENTRIES -> {
                language = EntryLanguage.of(server, now);
                rows = server.entries().value().entries().size();
            }
            case NODES -> {
                language = NodeLanguage.of(server, now);
                rows = server.nodes().value().size();
            }
            case AUTHORITIES -> {
                List<TrustRow> authorities = TrustRow.of(server.authorities().value());
                language = TrustLanguage.ofAuthorities(authorities, now);
                rows = authorities.size();
            }
            case FEDERATION -> {
                language = TrustLanguage.ofFederation(server.federation().value());
                rows = server.federation().value().size();
            }
            default -> throw new IllegalStateException("no such list: " + place);
        }
        return switch (language.parse(query)) {
            case Parsed.Good(var good) -> good.filter(rows).length;
            case Parsed.Wrong wrong -> throw new IllegalStateException(wrong.message());
        };
    }

    private static Optional<String> query(Kind kind, ServerEstate server) {
        if (kind != Kind.TTL_CUT_BY_AUTHORITY) {
            return Optional.ofNullable(QUERIES.get(kind));
        }
        return longestUncut(server)
                .map(ttl -> "ttl>" + Durations.display(ttl).replace(" ", "") + " alias:false");
    }

    /** The longest TTL that the active X.509 authority never cuts; empty while it is not known. */
    public static Optional<Duration> longestUncut(ServerEstate server) {
        return TrustRow.of(server.authorities().value()).stream()
                .filter(row -> row.kind() == AuthoritySlots.Kind.X509)
                .filter(row -> row.slot() == TrustRow.SlotName.ACTIVE)
                .findFirst()
                .flatMap(row ->
                        row.notBefore()
                                .map(begin -> RotationTimes.longestUncut(begin, row.notAfter())));
    }
}
