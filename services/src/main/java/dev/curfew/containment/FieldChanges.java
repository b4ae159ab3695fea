package dev.curfew.containment;

import dev.curfew.containment.ChangePlan.FieldChange;
import dev.curfew.identity.EntryDraft;
import dev.curfew.identity.Selector;
import dev.curfew.text.Durations;
import io.spiffe.spiffeid.TrustDomain;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Two states of an entry, field by field, as they are shown and journaled. */
final class FieldChanges {
    private FieldChanges() {}

    /** Only the fields that differ. */
    static List<FieldChange> between(EntryDraft before, EntryDraft after) {
        List<FieldChange> all = new ArrayList<>();
        List<FieldChange> old = whole(before);
        List<FieldChange> wanted = whole(after);
        for (int i = 0; i < old.size(); i++) {
            String was = old.get(i).after();
            String becomes = wanted.get(i).after();
            if (!was.equals(becomes)) {
                all.add(new FieldChange(old.get(i).field(), was, becomes));
            }
        }
        return all;
    }

    /** Every field of a new entry, as after. */
    static List<FieldChange> whole(EntryDraft e) {
        return List.of(
                now("spiffe_id", e.spiffeId().toString()),
                now("parent_id", e.parentId().toString()),
                now(
                        "selectors",
                        e.selectors().stream()
                                .map(Selector::toString)
                                .sorted()
                                .collect(Collectors.joining(", "))),
                now("x509_svid_ttl", ttl(e.x509TtlSeconds())),
                now("jwt_svid_ttl", ttl(e.jwtTtlSeconds())),
                now("expires_at", time(e.expiresAtSeconds())),
                now("admin", String.valueOf(e.admin())),
                now("downstream", String.valueOf(e.downstream())),
                now(
                        "federates_with",
                        e.federatesWith().stream()
                                .map(TrustDomain::getName)
                                .sorted()
                                .collect(Collectors.joining(", "))),
                now("dns_names", String.join(", ", e.dnsNames())),
                now("hint", e.hint()),
                now("store_svid", String.valueOf(e.storeSvid())),
                now("disable_x509_svid_prefetch", String.valueOf(e.prefetchDisabled())));
    }

    static String ttl(int seconds) {
        return seconds == 0 ? "default" : Durations.display(Duration.ofSeconds(seconds));
    }

    static String time(long epochSeconds) {
        return epochSeconds == 0 ? "never" : Instant.ofEpochSecond(epochSeconds).toString();
    }

    private static FieldChange now(String field, String value) {
        return new FieldChange(field, "", value);
    }
}
