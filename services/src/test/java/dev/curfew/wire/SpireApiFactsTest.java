package dev.curfew.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

    private final Set<String> facts = facts();
    private final Set<String> ours = DeclaredApi.lines();

    @Test
    void everythingWeDeclareIsAFact() {
        assertThat(ours).isNotEmpty().isSubsetOf(facts);
    }

    @Test
    void everyMessageWeDeclareIsWhole() {
        Set<String> declared = owners(ours, "field");
        assertThat(
                        facts.stream()
                                .filter(line -> line.startsWith("field\t"))
                                .filter(line -> declared.contains(column(line, 1))))
                .isSubsetOf(ours);
    }

    @Test
    void everyEnumWeDeclareIsWhole() {
        Set<String> declared = owners(ours, "enum");
        assertThat(
                        facts.stream()
                                .filter(line -> line.startsWith("enum\t"))
                                .filter(line -> declared.contains(column(line, 1))))
                .isSubsetOf(ours);
    }

    @Test
    void onlyMethodsOfAgentsAreLeftOut() {
        Set<String> missing = new TreeSet<>(owners(facts, "rpc"));
        missing.removeAll(owners(ours, "rpc"));
        assertThat(missing).containsExactlyInAnyOrderElementsOf(LEFT_OUT);
    }

    private static Set<String> owners(Set<String> lines, String kind) {
        return lines.stream()
                .filter(line -> line.startsWith(kind + "\t"))
                .map(line -> column(line, 1))
                .collect(Collectors.toSet());
    }

    private static String column(String line, int index) {
        return line.split("\t", -1)[index];
    }

    private static Set<String> facts() {
        try (InputStream in =
                SpireApiFactsTest.class.getResourceAsStream("/wire/spire-server-api.tsv")) {
            if (in == null) {
                throw new IllegalStateException("the facts are not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
