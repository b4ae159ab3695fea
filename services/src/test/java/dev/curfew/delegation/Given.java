package dev.curfew.delegation;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Grants for tests: short to write, plain to read. */
public final class Given {
    public static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private Given() {}

    public static Party agent(String name) {
        return Party.agent("spiffe://acme.test/agent/" + name);
    }

    public static Party foreign(String name) {
        return Party.agent("spiffe://partner.test/agent/" + name);
    }

    public static Grant root(String id, Party from, Party to, Permission... scope) {
        return delegation(id, from, to, Lineage.ROOT, scope);
    }

    public static Grant below(String parent, String id, Party from, Party to, Permission... scope) {
        return delegation(id, from, to, Lineage.below(parent), scope);
    }

    public static Grant delegation(
            String id, Party from, Party to, Lineage lineage, Permission... scope) {
        Hop hop = Hop.UNKNOWN.with(lineage).with(Scope.of(scope)).with(lasts(Duration.ofHours(1)));
        return new Grant(id, Grant.Kind.DELEGATES, from, to, "delegate", hop, seen(id));
    }

    public static Grant uses(String id, String parent, Party from, Party target) {
        Hop hop =
                Hop.UNKNOWN
                        .with(Lineage.boundTo(parent))
                        .with(Scope.of(Permission.use(target)))
                        .with(Validity.LASTING);
        return new Grant(id, Grant.Kind.USES, from, target, "can_use", hop, seen(id));
    }

    public static Grant standing(String id, Party from, Party target) {
        Hop hop = Hop.UNKNOWN.with(Scope.of(Permission.use(target))).with(Validity.LASTING);
        return new Grant(id, Grant.Kind.STANDING, from, target, "standing", hop, seen(id));
    }

    public static Validity lasts(Duration time) {
        return Validity.until(NOW.plus(time)).issued(NOW.minusSeconds(60));
    }

    public static Grant lasting(Grant grant, Duration time) {
        return grant.with(grant.hop().with(lasts(time)));
    }

    public static Permission use(String tool) {
        return Permission.use(Party.tool(tool));
    }

    public static Source seen(String reference) {
        return Source.observed(Source.Kind.RELATIONSHIP, "fga", reference, NOW);
    }

    public static GrantGraph graph(Grant... grants) {
        return GrantGraph.of(Arrays.asList(grants));
    }

    public static List<String> ids(List<Grant> grants) {
        return grants.stream().map(Grant::id).toList();
    }
}
