package dev.curfew.lab.bundle;

import dev.curfew.lab.rpc.Pages;
import dev.curfew.wire.spire.types.Bundle;
import dev.curfew.wire.spire.types.JWTKey;
import dev.curfew.wire.spire.types.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;

/**
 * The bundles of one server, its own among them. Reads never wait; writes are one at a time. Any
 * thread may call.
 */
public final class BundleStore {
    private final String ownTrustDomain;
    private final ConcurrentSkipListMap<Long, BundleRow> rows = new ConcurrentSkipListMap<>();
    private final Map<String, Long> rowOf = new ConcurrentHashMap<>();
    private long lastRow;

    /** An empty store of the server of a trust domain. */
    public BundleStore(String ownTrustDomain) {
        this.ownTrustDomain = ownTrustDomain;
    }

    /** The server's own trust domain. */
    public String ownTrustDomain() {
        return ownTrustDomain;
    }

    /** The server's own bundle; without content before its first authority. */
    public Bundle own() {
        return find(ownTrustDomain)
                .orElseGet(() -> Bundle.newBuilder().setTrustDomain(ownTrustDomain).build());
    }

    /** The bundle of a trust domain. */
    public Optional<Bundle> find(String trustDomain) {
        return rowNumber(trustDomain).map(rows::get).map(BundleRow::bundle);
    }

    private Optional<Long> rowNumber(String trustDomain) {
        return Optional.ofNullable(rowOf.get(trustDomain));
    }

    /** How many there are, the server's own included. */
    public int count() {
        return rows.size();
    }

    /** A page, the server's own included. */
    Pages.Page<BundleRow> page(int size, String token) {
        return Pages.cut(
                after -> rows.tailMap(after, false).values().iterator(),
                size,
                token,
                row -> true,
                row -> true);
    }

    /** Every bundle of another trust domain, in the order of their rows. */
    public List<Bundle> federated() {
        return rows.values().stream()
                .map(BundleRow::bundle)
                .filter(bundle -> !bundle.getTrustDomain().equals(ownTrustDomain))
                .toList();
    }

    /** Stores a bundle that is not there yet; false if it is. */
    synchronized boolean create(Bundle bundle) {
        if (rowOf.containsKey(bundle.getTrustDomain())) {
            return false;
        }
        put(++lastRow, bundle);
        return true;
    }

    /** Stores a bundle, there or not. */
    public synchronized void set(Bundle bundle) {
        put(rowNumber(bundle.getTrustDomain()).orElseGet(() -> ++lastRow), bundle);
    }

    /** Changes a bundle; empty if it is not there. */
    public synchronized Optional<Bundle> change(String trustDomain, UnaryOperator<Bundle> change) {
        var row = rowOf.get(trustDomain);
        if (row == null) {
            return Optional.empty();
        }
        var changed = change.apply(find(trustDomain).orElseThrow());
        put(row, changed);
        return Optional.of(changed);
    }

    /** Drops a bundle; false if it was not there. */
    synchronized boolean delete(String trustDomain) {
        var row = rowOf.remove(trustDomain);
        return row != null && rows.remove(row) != null;
    }

    /**
     * Adds what is missing to the server's own bundle and raises its sequence number if anything
     * was.
     */
    public synchronized Bundle append(
            Collection<X509Certificate> authorities, Collection<JWTKey> keys) {
        var before = own();
        var after = before.toBuilder();
        authorities.stream()
                .filter(authority -> !before.getX509AuthoritiesList().contains(authority))
                .forEach(after::addX509Authorities);
        keys.stream()
                .filter(key -> !before.getJwtAuthoritiesList().contains(key))
                .forEach(after::addJwtAuthorities);
        if (rowOf.containsKey(ownTrustDomain)) {
            if (after.build().equals(before)) {
                return before;
            }
            after.setSequenceNumber(before.getSequenceNumber() + 1);
        }
        set(after.build());
        return own();
    }

    private void put(long row, Bundle bundle) {
        rows.put(row, new BundleRow(row, bundle));
        rowOf.put(bundle.getTrustDomain(), row);
    }
}
