package dev.curfew.lab.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.wire.spire.types.Agent;
import dev.curfew.wire.spire.types.Entry;
import dev.curfew.wire.spire.types.SPIFFEID;
import dev.curfew.wire.spire.types.Selector;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorizedEntriesTest {
    private static final Agent NODE =
            Agent.newBuilder()
                    .setId(id("/spire/agent/one"))
                    .addSelectors(selector("pool", "ai"))
                    .addSelectors(selector("zone", "a"))
                    .build();

    private static SPIFFEID id(String path) {
        return SPIFFEID.newBuilder().setTrustDomain("acme.test").setPath(path).build();
    }

    private static Selector selector(String type, String value) {
        return Selector.newBuilder().setType(type).setValue(value).build();
    }

    private static Entry entry(String path, String parent, Selector... selectors) {
        return Entry.newBuilder()
                .setId(path + " below " + parent)
                .setSpiffeId(id(path))
                .setParentId(id(parent))
                .addAllSelectors(List.of(selectors))
                .build();
    }

    private static List<String> authorized(Entry... entries) {
        return AuthorizedEntries.of(List.of(entries), NODE).stream()
                .map(entry -> entry.getSpiffeId().getPath())
                .toList();
    }

    @Test
    void areThoseBelowTheNodeAndBelowWhatIsBelowIt() {
        assertThat(
                        authorized(
                                entry("/edge", "/spire/agent/one"),
                                entry("/edge/proxy", "/edge"),
                                entry("/elsewhere", "/spire/agent/two")))
                .containsExactly("/edge", "/edge/proxy");
    }

    @Test
    void areThoseBelowEveryAliasWhoseSelectorsTheNodeHas() {
        assertThat(
                        authorized(
                                entry("/pool/ai", "/spire/server", selector("pool", "ai")),
                                entry(
                                        "/pool/b",
                                        "/spire/server",
                                        selector("pool", "ai"),
                                        selector("zone", "b")),
                                entry("/agent/planner", "/pool/ai"),
                                entry("/agent/other", "/pool/b")))
                .containsExactly("/agent/planner");
    }

    @Test
    void aCircleOfParentsIsGoneRoundOnce() {
        assertThat(
                        authorized(
                                entry("/a", "/spire/agent/one"),
                                entry("/b", "/a"),
                                entry("/a", "/b")))
                .containsExactly("/a", "/b", "/a");
    }
}
