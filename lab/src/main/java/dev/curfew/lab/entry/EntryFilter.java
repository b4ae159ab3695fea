package dev.curfew.lab.entry;

import dev.curfew.lab.rpc.Refusal;
import dev.curfew.lab.rpc.SelectorSets;
import dev.curfew.lab.spiffe.MemberIds;
import dev.curfew.lab.spiffe.SpiffeRules;
import dev.curfew.wire.spire.entry.ListEntriesRequest;
import dev.curfew.wire.spire.types.Entry;
import dev.curfew.wire.spire.types.FederatesWithMatch;
import dev.curfew.wire.spire.types.SPIFFEID;
import dev.curfew.wire.spire.types.SelectorMatch;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which entries a caller asks for; what is null or empty does not restrict. */
record EntryFilter(
        @Nullable SPIFFEID spiffeId,
        @Nullable SPIFFEID parentId,
        @Nullable SelectorSets selectors,
        @Nullable Federations federations,
        String hint,
        @Nullable Boolean downstream) {

    static final EntryFilter NONE = new EntryFilter(null, null, null, null, "", null);

    /** Trust domains and how they must relate to those of an entry. */
    record Federations(Set<String> wanted, FederatesWithMatch.MatchBehavior behavior) {
        boolean match(Entry entry) {
            var theirs = entry.getFederatesWithList();
            return switch (behavior) {
                case MATCH_ANY -> theirs.stream().anyMatch(wanted::contains);
                case MATCH_SUBSET -> !theirs.isEmpty() && wanted.containsAll(theirs);
                case MATCH_SUPERSET -> theirs.containsAll(wanted);
                case MATCH_EXACT -> theirs.containsAll(wanted) && wanted.containsAll(theirs);
                case UNRECOGNIZED -> false;
            };
        }
    }

    static EntryFilter similarTo(Entry entry) {
        return new EntryFilter(
                entry.getSpiffeId(),
                entry.getParentId(),
                SelectorSets.of(entry.getSelectorsList(), SelectorMatch.MatchBehavior.MATCH_EXACT),
                null,
                "",
                null);
    }

    static EntryFilter of(String trustDomain, ListEntriesRequest.Filter filter) {
        var ids = new MemberIds(trustDomain);
        // The parent first: of several mistakes the real server tells this one.
        var parentId = filter.hasByParentId() ? parentId(ids, filter.getByParentId()) : null;
        return new EntryFilter(
                filter.hasBySpiffeId() ? spiffeId(ids, filter.getBySpiffeId()) : null,
                parentId,
                filter.hasBySelectors() ? selectors(filter.getBySelectors()) : null,
                filter.hasByFederatesWith() ? federations(filter.getByFederatesWith()) : null,
                filter.getByHint().getValue(),
                filter.hasByDownstream() ? (Boolean) filter.getByDownstream().getValue() : null);
    }

    /** Whether an entry takes up room in a page. */
    boolean counts(Entry entry) {
        return (spiffeId == null || spiffeId.equals(entry.getSpiffeId()))
                && (parentId == null || parentId.equals(entry.getParentId()))
                && (hint.isEmpty() || hint.equals(entry.getHint()))
                && (downstream == null || downstream == entry.getDownstream())
                && (federations == null || federations.match(entry))
                && (selectors == null || selectors.finds(entry.getSelectorsList()));
    }

    /** Whether an entry that counts is also shown. */
    boolean shows(Entry entry) {
        return selectors == null || selectors.keeps(entry.getSelectorsList());
    }

    private static SPIFFEID spiffeId(MemberIds ids, SPIFFEID wire) {
        try {
            return ids.workload(true, wire).toWire();
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("malformed SPIFFE ID filter", e);
        }
    }

    private static SPIFFEID parentId(MemberIds ids, SPIFFEID wire) {
        try {
            return ids.member(true, wire).toWire();
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("malformed parent ID filter", e);
        }
    }

    private static SelectorSets selectors(SelectorMatch match) {
        try {
            if (SelectorSets.read(match.getSelectorsList()).isEmpty()) {
                throw new IllegalArgumentException("empty selector set");
            }
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("malformed selectors filter", e);
        }
        return SelectorSets.of(match.getSelectorsList(), match.getMatch());
    }

    private static Federations federations(FederatesWithMatch match) {
        var wanted = new HashSet<String>();
        try {
            for (var trustDomain : match.getTrustDomainsList()) {
                wanted.add(SpiffeRules.trustDomainName(trustDomain));
            }
            if (wanted.isEmpty()) {
                throw new IllegalArgumentException("empty trust domain set");
            }
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("malformed federates with filter", e);
        }
        return new Federations(wanted, match.getMatch());
    }
}
