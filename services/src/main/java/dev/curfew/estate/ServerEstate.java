package dev.curfew.estate;

import dev.curfew.connect.Capabilities;
import dev.curfew.connect.ClockSkew;
import dev.curfew.connect.ConnectionProfile;
import dev.curfew.identity.FederationRelationship;
import dev.curfew.identity.Node;
import dev.curfew.identity.TrustBundle;
import io.spiffe.spiffeid.TrustDomain;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything known of one server. Immutable; a newer one replaces it.
 *
 * @param capabilities empty until probed
 * @param skew empty: not measured, which is not the same as none
 */
public record ServerEstate(
        ConnectionProfile profile,
        Link link,
        Optional<TrustDomain> trustDomain,
        Optional<Capabilities> capabilities,
        Reading<EntryView> entries,
        Reading<List<Node>> nodes,
        Reading<AuthorityView> authorities,
        Reading<List<FederationRelationship>> federation,
        Reading<List<TrustBundle>> federatedBundles,
        Optional<ClockSkew> skew) {

    public static ServerEstate unknown(ConnectionProfile profile) {
        return new ServerEstate(
                profile,
                new Link.Connecting(),
                profile.trustDomain(),
                Optional.empty(),
                Reading.never(EntryView.NONE),
                Reading.never(List.of()),
                Reading.never(AuthorityView.NONE),
                Reading.never(List.of()),
                Reading.never(List.of()),
                Optional.empty());
    }

    public String name() {
        return profile.name();
    }

    /** The age of the oldest thing on screen; empty while something was never read. */
    public Optional<Instant> oldestReading() {
        return Stream.of(
                        entries.readAt(), nodes.readAt(), authorities.readAt(), federation.readAt())
                .reduce((a, b) ->
                        a.isEmpty() || b.isEmpty()
                                ? Optional.empty()
                                : a.get().isBefore(b.get()) ? a : b)
                .orElse(Optional.empty());
    }

    public boolean isReading() {
        return entries.state() == Reading.State.READING
                || nodes.state() == Reading.State.READING
                || authorities.state() == Reading.State.READING
                || federation.state() == Reading.State.READING;
    }

    ServerEstate with(Link changed) {
        return new ServerEstate(
                profile,
                changed,
                trustDomain,
                capabilities,
                entries,
                nodes,
                authorities,
                federation,
                federatedBundles,
                skew);
    }

    ServerEstate withTrustDomain(TrustDomain found) {
        return new ServerEstate(
                profile,
                link,
                Optional.of(found),
                capabilities,
                entries,
                nodes,
                authorities,
                federation,
                federatedBundles,
                skew);
    }

    ServerEstate with(Capabilities probed) {
        return new ServerEstate(
                profile,
                link,
                trustDomain,
                Optional.of(probed),
                entries,
                nodes,
                authorities,
                federation,
                federatedBundles,
                skew);
    }

    ServerEstate withEntries(Reading<EntryView> read) {
        return new ServerEstate(
                profile,
                link,
                trustDomain,
                capabilities,
                read,
                nodes,
                authorities,
                federation,
                federatedBundles,
                skew);
    }

    ServerEstate withNodes(Reading<List<Node>> read) {
        return new ServerEstate(
                profile,
                link,
                trustDomain,
                capabilities,
                entries,
                read,
                authorities,
                federation,
                federatedBundles,
                skew);
    }

    ServerEstate withAuthorities(Reading<AuthorityView> read) {
        return new ServerEstate(
                profile,
                link,
                trustDomain,
                capabilities,
                entries,
                nodes,
                read,
                federation,
                federatedBundles,
                skew);
    }

    ServerEstate withFederation(Reading<List<FederationRelationship>> read) {
        return new ServerEstate(
                profile,
                link,
                trustDomain,
                capabilities,
                entries,
                nodes,
                authorities,
                read,
                federatedBundles,
                skew);
    }

    ServerEstate withFederatedBundles(Reading<List<TrustBundle>> read) {
        return new ServerEstate(
                profile,
                link,
                trustDomain,
                capabilities,
                entries,
                nodes,
                authorities,
                federation,
                read,
                skew);
    }

    ServerEstate with(ClockSkew measured) {
        return new ServerEstate(
                profile,
                link,
                trustDomain,
                capabilities,
                entries,
                nodes,
                authorities,
                federation,
                federatedBundles,
                Optional.of(measured));
    }
}
