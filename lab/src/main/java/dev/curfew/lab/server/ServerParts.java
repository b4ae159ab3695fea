package dev.curfew.lab.server;

import dev.curfew.lab.authority.JwtAuthorities;
import dev.curfew.lab.authority.ServerIdentity;
import dev.curfew.lab.authority.X509Authorities;
import dev.curfew.lab.bundle.BundleStore;
import dev.curfew.lab.entry.EntryStore;
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
        NodeStore nodes,
        NodeSimulator machines,
        BundleStore bundles,
        RelationshipStore relationships,
        BundleRefresher refresher,
        X509Authorities x509,
        JwtAuthorities jwt,
        ServerIdentity identity) {

    /** Makes them, with first authorities and without any entry or node. */
    public static ServerParts make(
            String trustDomain, InstantSource clock, LabScheduler scheduler, Duration caTtl) {
        var bundles = new BundleStore(trustDomain);
        var relationships = new RelationshipStore();
        var nodes = new NodeStore();
        var x509 = new X509Authorities(bundles, clock, caTtl);
        var jwt = new JwtAuthorities(bundles, clock, caTtl);
        var machines = new NodeSimulator(nodes, x509, clock, scheduler);
        var identity = new ServerIdentity(trustDomain, x509, clock, SvidService.DEFAULT_X509_TTL);
        x509.onTaint(machines);
        x509.onTaint(identity);
        return new ServerParts(
                trustDomain,
                clock,
                scheduler,
                new EntryStore(),
                nodes,
                machines,
                bundles,
                relationships,
                new BundleRefresher(relationships, bundles),
                x509,
                jwt,
                identity);
    }
}
