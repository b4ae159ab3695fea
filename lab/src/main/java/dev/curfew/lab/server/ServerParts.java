package dev.curfew.lab.server;

import dev.curfew.lab.authority.JwtAuthorities;
import dev.curfew.lab.authority.ServerIdentity;
import dev.curfew.lab.authority.X509Authorities;
import dev.curfew.lab.bundle.BundleStore;
import dev.curfew.lab.entry.EntryCache;
import dev.curfew.lab.entry.EntryStore;
import dev.curfew.lab.entry.EntryWriter;
import dev.curfew.lab.federation.BundleRefresher;
import dev.curfew.lab.federation.RelationshipStore;
import dev.curfew.lab.node.NodeSimulator;
import dev.curfew.lab.node.NodeStore;
import dev.curfew.lab.svid.SvidService;
import dev.curfew.lab.time.LabScheduler;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What one server consists of behind its API.
 *
 * @param trustDomain the server's own
 * @param clock the server's, which a fault may shift
 * @param scheduler of its periodic work
 * @param entries registration entries
 * @param cache what it issues from
 * @param nodes nodes
 * @param machines what the nodes do
 * @param bundles bundles
 * @param relationships federation
 * @param refresher of federated bundles
 * @param x509 X.509 authorities
 * @param jwt JWT authorities
 * @param identity the server's own certificate
 */
public record ServerParts(
        String trustDomain,
        InstantSource clock,
        LabScheduler scheduler,
        EntryStore entries,
        EntryCache cache,
        NodeStore nodes,
        NodeSimulator machines,
        BundleStore bundles,
        RelationshipStore relationships,
        BundleRefresher refresher,
        X509Authorities x509,
        JwtAuthorities jwt,
        ServerIdentity identity) {
    private static final long FIRST = 42;
    private static final long SECOND = 43;

    /** Makes them, with first authorities and without any entry or node. */
    public static ServerParts make(
            String trustDomain, InstantSource clock, LabScheduler scheduler, Duration caTtl) {
        return make(
                new Stored(
                        new EntryStore(),
                        new NodeStore(),
                        new BundleStore(trustDomain),
                        new RelationshipStore()),
                clock,
                scheduler,
                caTtl,
                FIRST);
    }

    /**
     * Makes those of a second server of the same trust domain: it shares the database and has
     * authorities and a cache of its own.
     *
     * @param otherClock of the second server
     */
    public ServerParts beside(InstantSource otherClock, Duration caTtl) {
        return make(
                new Stored(entries, nodes, bundles, relationships),
                otherClock,
                scheduler,
                caTtl,
                SECOND);
    }

    /** Who creates and changes entries by the server's own rules. */
    public EntryWriter writer() {
        return new EntryWriter(entries, name -> bundles.find(name).isPresent(), clock);
    }

    /** What servers of one trust domain have in common. */
    private record Stored(
            EntryStore entries,
            NodeStore nodes,
            BundleStore bundles,
            RelationshipStore relationships) {}

    private static ServerParts make(
            Stored stored, InstantSource clock, LabScheduler scheduler, Duration caTtl, long seed) {
        var bundles = stored.bundles();
        var trustDomain = bundles.ownTrustDomain();
        var x509 = new X509Authorities(bundles, clock, caTtl);
        var jwt = new JwtAuthorities(bundles, clock, caTtl);
        var machines = new NodeSimulator(stored.nodes(), x509, clock, scheduler, seed);
        var identity = new ServerIdentity(trustDomain, x509, clock, SvidService.DEFAULT_X509_TTL);
        x509.onTaint(machines);
        x509.onTaint(identity);
        return new ServerParts(
                trustDomain,
                clock,
                scheduler,
                stored.entries(),
                new EntryCache(stored.entries()),
                stored.nodes(),
                machines,
                bundles,
                stored.relationships(),
                new BundleRefresher(stored.relationships(), bundles),
                x509,
                jwt,
                identity);
    }
}
