package dev.curfew.lab.federation;

import dev.curfew.lab.rpc.Pages;
import dev.curfew.wire.spire.types.FederationRelationship;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The dynamic federation relationships of one server. Any thread may call. */
public final class RelationshipStore {
    private final ConcurrentSkipListMap<Long, RelationshipRow> rows = new ConcurrentSkipListMap<>();
    private final Map<String, Long> rowOf = new ConcurrentHashMap<>();
    private long lastRow;

    Optional<FederationRelationship> find(String trustDomain) {
        return Optional.ofNullable(rowOf.get(trustDomain))
                .map(rows::get)
                .map(RelationshipRow::relationship);
    }

    List<FederationRelationship> all() {
        return rows.values().stream().map(RelationshipRow::relationship).toList();
    }

    Pages.Page<RelationshipRow> page(int size, String token) {
        return Pages.cut(
                after -> rows.tailMap(after, false).values().iterator(),
                size,
                token,
                row -> true,
                row -> true);
    }

    /** Adds a relationship; false if there is one with that trust domain. */
    public synchronized boolean add(FederationRelationship relationship) {
        if (rowOf.putIfAbsent(relationship.getTrustDomain(), lastRow + 1) != null) {
            return false;
        }
        lastRow++;
        rows.put(lastRow, new RelationshipRow(lastRow, stored(relationship)));
        return true;
    }

    synchronized void replace(FederationRelationship relationship) {
        var row = Objects.requireNonNull(rowOf.get(relationship.getTrustDomain()));
        rows.put(row, new RelationshipRow(row, stored(relationship)));
    }

    synchronized boolean delete(String trustDomain) {
        var row = rowOf.remove(trustDomain);
        return row != null && rows.remove(row) != null;
    }

    private static FederationRelationship stored(FederationRelationship relationship) {
        return relationship.toBuilder().clearTrustDomainBundle().build();
    }
}
