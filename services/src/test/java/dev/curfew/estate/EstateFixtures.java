package dev.curfew.estate;

import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.identity.Selector;
import io.spiffe.spiffeid.SpiffeId;
import java.util.Arrays;
import java.util.List;

/** Entries and nodes for tests, with the parts that matter and defaults for the rest. */
public final class EstateFixtures {
    private EstateFixtures() {}

    public static RegistrationEntry entry(
            String id, String path, String parent, String... selectors) {
        return new RegistrationEntry(
                id,
                id(path),
                id(parent),
                selectors(selectors),
                0,
                0,
                List.of(),
                List.of(),
                "",
                false,
                false,
                false,
                false,
                0,
                1,
                0);
    }

    public static RegistrationEntry admin(RegistrationEntry e) {
        return new RegistrationEntry(
                e.id(),
                e.spiffeId(),
                e.parentId(),
                e.selectors(),
                e.x509TtlSeconds(),
                e.jwtTtlSeconds(),
                e.federatesWith(),
                e.dnsNames(),
                e.hint(),
                true,
                e.downstream(),
                e.storeSvid(),
                e.prefetchDisabled(),
                e.expiresAtSeconds(),
                e.revision(),
                e.createdAtSeconds());
    }

    public static RegistrationEntry withTtls(RegistrationEntry e, int x509, int jwt) {
        return new RegistrationEntry(
                e.id(),
                e.spiffeId(),
                e.parentId(),
                e.selectors(),
                x509,
                jwt,
                e.federatesWith(),
                e.dnsNames(),
                e.hint(),
                e.admin(),
                e.downstream(),
                e.storeSvid(),
                e.prefetchDisabled(),
                e.expiresAtSeconds(),
                e.revision(),
                e.createdAtSeconds());
    }

    public static Node node(String path, String... selectors) {
        return new Node(
                id(path),
                "k8s_psat",
                "1",
                2_000_000_000,
                selectors(selectors),
                false,
                true,
                "1.14.5");
    }

    public static SpiffeId id(String path) {
        return SpiffeId.parse("spiffe://acme.test" + path);
    }

    private static List<Selector> selectors(String... texts) {
        return Arrays.stream(texts)
                .map(text ->
                        new Selector(
                                text.substring(0, text.indexOf(':')),
                                text.substring(text.indexOf(':') + 1)))
                .toList();
    }
}
