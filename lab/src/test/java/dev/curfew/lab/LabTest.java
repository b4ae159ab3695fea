package dev.curfew.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.wire.spire.agent.AgentGrpc;
import dev.curfew.wire.spire.agent.ListAgentsRequest;
import dev.curfew.wire.spire.bundle.BundleGrpc;
import dev.curfew.wire.spire.bundle.GetBundleRequest;
import dev.curfew.wire.spire.entry.CountEntriesRequest;
import dev.curfew.wire.spire.entry.EntryGrpc;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LabTest {
    @Test
    void startsTwoTrustDomainsAndLeavesNothingBehind() throws Exception {
        var before = System.nanoTime();
        var lab = Lab.start();
        System.err.println("start ms " + (System.nanoTime() - before) / 1_000_000);
        try (var acme = Wire.unix(lab.acme());
                var admin =
                        Wire.tls(
                                lab.acme(),
                                lab.acme()
                                        .trustDomain()
                                        .issueX509(Lab.CONSOLE, Duration.ofHours(1)))) {
            var entries = EntryGrpc.newBlockingStub(acme.channel());
            System.err.println(
                    "entries "
                            + entries.countEntries(CountEntriesRequest.getDefaultInstance())
                                    .getCount());
            System.err.println(
                    AgentGrpc.newBlockingStub(admin.channel())
                            .listAgents(ListAgentsRequest.getDefaultInstance())
                            .getAgentsCount());
            System.err.println(
                    BundleGrpc.newBlockingStub(acme.channel())
                            .getBundle(GetBundleRequest.getDefaultInstance())
                            .getSequenceNumber());
            try (var partner = Wire.unix(lab.partner())) {
                System.err.println(
                        "partner entries "
                                + EntryGrpc.newBlockingStub(partner.channel())
                                        .countEntries(CountEntriesRequest.getDefaultInstance())
                                        .getCount());
            }
        }
        lab.close();
        assertThat(Files.exists(lab.folder())).isFalse();
    }
}
