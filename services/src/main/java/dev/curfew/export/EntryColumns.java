package dev.curfew.export;

import dev.curfew.estate.EntryFindings;
import dev.curfew.estate.EntryView;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.Binding;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.identity.Selector;
import dev.curfew.identity.SpiffeIds;
import dev.curfew.text.Durations;
import dev.curfew.text.Moments;
import io.spiffe.spiffeid.TrustDomain;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The columns of registration entries. */
public final class EntryColumns {
    private EntryColumns() {}

    /** All columns there are, over the entries of one server as they are now. */
    public static List<Column<RegistrationEntry>> of(ServerEstate server, Instant now) {
        EntryView view = server.entries().value();
        Duration x509 = server.profile().timings().defaultX509Ttl();
        Duration jwt = server.profile().timings().defaultJwtTtl();
        return List.of(
                Column.same("id", entry -> entry.spiffeId().toString()),
                Column.same("entry", RegistrationEntry::id),
                Column.same("name", entry -> SpiffeIds.shortName(entry.spiffeId())),
                Column.same("td", entry -> entry.spiffeId().getTrustDomain().getName()),
                Column.same("parent", entry -> entry.parentId().toString()),
                Column.same("selector", entry -> joined(entry.selectors(), Selector::toString)),
                ttl("ttl", RegistrationEntry::x509TtlSeconds, x509),
                ttl("jwt", RegistrationEntry::jwtTtlSeconds, jwt),
                new Column<>(
                        "expires",
                        entry -> entry.expiresAt().map(at -> Moments.away(at, now)).orElse("never"),
                        entry -> time(entry.expiresAt())),
                new Column<>(
                        "created",
                        entry -> created(entry).map(at -> Moments.away(at, now)).orElse("unknown"),
                        entry -> time(created(entry))),
                Column.same(
                        "bound",
                        entry -> Binding.of(entry.selectors()).name().toLowerCase(Locale.ROOT)),
                Column.same("flags", entry -> String.join(" ", flags(entry, view))),
                Column.same(
                        "federates", entry -> joined(entry.federatesWith(), TrustDomain::getName)),
                Column.same("dns", entry -> String.join(" ", entry.dnsNames())),
                Column.same("hint", RegistrationEntry::hint),
                Column.same("nodes", entry -> String.valueOf(nodes(entry, view))),
                Column.same("revision", entry -> String.valueOf(entry.revision())));
    }

    /** What is special about an entry, by the words of queries. */
    public static List<String> flags(RegistrationEntry entry, EntryView view) {
        List<String> flags = new ArrayList<>();
        add(flags, entry.admin(), "admin");
        add(flags, entry.downstream(), "downstream");
        add(flags, entry.isNodeAlias(), "alias");
        add(flags, entry.storeSvid(), "stored");
        view.derived()
                .ifPresent(derived -> {
                    int row = derived.index().rowOf(entry.id());
                    if (row >= 0) {
                        EntryFindings findings = derived.findings();
                        add(flags, findings.inheritsAdmin(row), "inherits");
                        add(flags, findings.isShared(row), "shared");
                        add(flags, findings.isOrphaned(row), "orphan");
                    }
                });
        return flags;
    }

    private static void add(List<String> flags, boolean is, String flag) {
        if (is) {
            flags.add(flag);
        }
    }

    private static int nodes(RegistrationEntry entry, EntryView view) {
        return view.derived().map(d -> d.entitlements().nodesOf(entry).size()).orElse(0);
    }

    private static Column<RegistrationEntry> ttl(
            String name, Function<RegistrationEntry, Integer> seconds, Duration byDefault) {
        return new Column<>(
                name,
                entry ->
                        seconds.apply(entry) == 0
                                ? "default " + Durations.display(byDefault)
                                : Durations.display(Duration.ofSeconds(seconds.apply(entry))),
                entry -> String.valueOf(seconds.apply(entry)));
    }

    private static Optional<Instant> created(RegistrationEntry entry) {
        return entry.createdAtSeconds() == 0
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(entry.createdAtSeconds()));
    }

    private static String time(Optional<Instant> at) {
        return at.map(Moments::utc).orElse("");
    }

    static <T> String joined(List<T> items, Function<T, String> text) {
        return String.join(" ", items.stream().map(text).toList());
    }
}
