package dev.curfew.containment;

import dev.curfew.estate.EntryView;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.EntryDraft;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.identity.Selector;
import io.spiffe.spiffeid.SpiffeId;
import io.spiffe.spiffeid.TrustDomain;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * An entry as it is typed: strings in, a draft or what is wrong with each field out. Immutable.
 *
 * @param x509Ttl and {@code jwtTtl}: durations; empty or {@code default} for the server's default
 * @param expiresAt empty for never
 * @param federatesWith names of trust domains
 */
public record EntryForm(
        String spiffeId,
        String parentId,
        List<String> selectors,
        String x509Ttl,
        String jwtTtl,
        String expiresAt,
        List<String> federatesWith,
        List<String> dnsNames,
        String hint,
        boolean admin,
        boolean downstream,
        boolean storeSvid,
        boolean prefetchDisabled) {
    public EntryForm {
        selectors = List.copyOf(selectors);
        federatesWith = List.copyOf(federatesWith);
        dnsNames = List.copyOf(dnsNames);
    }

    /** The fields that can be wrong. */
    public enum Field {
        SPIFFE_ID,
        PARENT_ID,
        SELECTORS,
        X509_TTL,
        JWT_TTL,
        EXPIRES_AT,
        FEDERATES_WITH,
        DNS_NAMES
    }

    /**
     * What is wrong with a field.
     *
     * @param line which line of a list, from 0; -1 for the field as a whole
     */
    public record Issue(Field field, int line, dev.curfew.outcome.Failure failure) {}

    /** What became of the typed words. */
    public sealed interface Parsed {
        record Good(EntryDraft draft) implements Parsed {}

        record Wrong(List<Issue> issues) implements Parsed {
            public Wrong {
                issues = List.copyOf(issues);
            }
        }
    }

    public static EntryForm empty(Optional<TrustDomain> trustDomain) {
        return new EntryForm(
                trustDomain.map(td -> "spiffe://" + td.getName() + "/").orElse("spiffe://"),
                "",
                List.of(),
                "",
                "",
                "",
                List.of(),
                List.of(),
                "",
                false,
                false,
                false,
                false);
    }

    public static EntryForm of(EntryDraft draft) {
        return new EntryForm(
                draft.spiffeId().toString(),
                draft.parentId().toString(),
                draft.selectors().stream().map(Selector::toString).toList(),
                FormFields.ttl(draft.x509TtlSeconds()),
                FormFields.ttl(draft.jwtTtlSeconds()),
                FormFields.expiry(draft.expiresAtSeconds()),
                draft.federatesWith().stream().map(TrustDomain::getName).toList(),
                draft.dnsNames(),
                draft.hint(),
                draft.admin(),
                draft.downstream(),
                draft.storeSvid(),
                draft.prefetchDisabled());
    }

    /**
     * @param before the entry that is edited: what is left as it was is not complained about
     * @param zone of times that are typed without one
     */
    public Parsed parse(
            ServerEstate server, Optional<EntryDraft> before, Instant now, ZoneId zone) {
        return new EntryFormParser(this, server, before, now, zone).parse();
    }

    /**
     * The nodes that would serve it; for an alias (below the server itself) those that it names.
     * Empty: not all entries have been read.
     */
    public static Optional<List<Node>> servedBy(
            SpiffeId parent, List<Selector> selectors, ServerEstate server) {
        RegistrationEntry asEntry =
                new RegistrationEntry(
                        "", parent, parent, selectors, 0, 0, List.of(), List.of(), "", false, false,
                        false, false, 0, 0, 0);
        return server.entries()
                .value()
                .derived()
                .map(EntryView.Derived::entitlements)
                .map(entitlements ->
                        asEntry.isNodeAlias()
                                ? entitlements.matching(asEntry)
                                : entitlements.nodesOf(asEntry));
    }
}
