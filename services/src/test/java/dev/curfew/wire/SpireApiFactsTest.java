package dev.curfew.wire;

import dev.curfew.wire.spire.agent.AgentOuterClass;
import dev.curfew.wire.spire.bundle.BundleOuterClass;
import dev.curfew.wire.spire.debug.DebugOuterClass;
import dev.curfew.wire.spire.entry.EntryOuterClass;
import dev.curfew.wire.spire.localauthority.Localauthority;
import dev.curfew.wire.spire.logger.LoggerOuterClass;
import dev.curfew.wire.spire.svid.Svid;
import dev.curfew.wire.spire.trustdomain.Trustdomain;
import dev.curfew.wire.spire.types.Types;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Holds our declarations against the facts of SPIRE's API, name by name and number by number. */
class SpireApiFactsTest {
    /** Only SPIRE agents and downstream servers may call these: nothing for a console. */
    private static final Set<String> LEFT_OUT =
            Set.of(
                    "spire.api.server.agent.v1.Agent/AttestAgent",
                    "spire.api.server.agent.v1.Agent/PostStatus",
                    "spire.api.server.agent.v1.Agent/RenewAgent",
                    "spire.api.server.bundle.v1.Bundle/PublishJWTAuthority",
                    "spire.api.server.bundle.v1.Bundle/PublishWITAuthority",
                    "spire.api.server.entry.v1.Entry/GetAuthorizedEntries",
                    "spire.api.server.entry.v1.Entry/SyncAuthorizedEntries",
                    "spire.api.server.svid.v1.SVID/BatchNewWITSVID",
                    "spire.api.server.svid.v1.SVID/BatchNewX509SVID",
                    "spire.api.server.svid.v1.SVID/NewDownstreamX509CA",
                    "spire.api.server.svid.v1.SVID/NewJWTSVID");

    private final ApiFacts api =
            new ApiFacts(
                    "/wire/spire-server-api.tsv",
                    List.of(
                            Types.getDescriptor(),
                            AgentOuterClass.getDescriptor(),
                            BundleOuterClass.getDescriptor(),
                            DebugOuterClass.getDescriptor(),
                            EntryOuterClass.getDescriptor(),
                            Localauthority.getDescriptor(),
                            LoggerOuterClass.getDescriptor(),
                            Svid.getDescriptor(),
                            Trustdomain.getDescriptor()));

    @Test
    void everythingWeDeclareIsAFact() {
        api.everythingDeclaredIsAFact();
    }

    @Test
    void everyMessageWeDeclareIsWhole() {
        api.everythingDeclaredIsWhole("field");
    }

    @Test
    void everyEnumWeDeclareIsWhole() {
        api.everythingDeclaredIsWhole("enum");
    }

    @Test
    void onlyMethodsOfAgentsAreLeftOut() {
        api.onlyTheseMethodsAreLeftOut(LEFT_OUT);
    }
}
