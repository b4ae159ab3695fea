package dev.curfew.estate;

import dev.curfew.identity.AuthoritySlots.Kind;
import dev.curfew.identity.FederationRelationship;
import dev.curfew.identity.TrustBundle;
import dev.curfew.query.Fields;
import dev.curfew.query.QueryLanguage;
import dev.curfew.query.TextMatch;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** The words that authorities and federation relationships can be asked for by. */
public final class TrustLanguage {
    private TrustLanguage() {}

    public static QueryLanguage ofAuthorities(List<TrustRow> rows, Instant now) {
        return new QueryLanguage(
                List.of(
                        Fields.text("id", "authority id", List::of, row -> rows.get(row).id()),
                        Fields.oneOf(
                                "kind",
                                "x509, jwt or wit",
                                Kind.class,
                                row -> rows.get(row).kind()),
                        Fields.oneOf(
                                "slot",
                                "active, prepared, old, none",
                                TrustRow.SlotName.class,
                                row -> rows.get(row).slot()),
                        Fields.flag("tainted", "being replaced", row -> rows.get(row).tainted()),
                        Fields.flag(
                                "trusted", "still in the bundle", row -> rows.get(row).inBundle()),
                        Fields.timeLeft(
                                "expires",
                                "time to its end, past",
                                row -> rows.get(row).notAfter().getEpochSecond(),
                                now)),
                word -> {
                    Predicate<String> match = TextMatch.has(word);
                    return row ->
                            match.test(rows.get(row).id())
                                    || match.test(rows.get(row).kind().name())
                                    || match.test(rows.get(row).slot().name());
                });
    }

    public static QueryLanguage ofFederation(List<FederationRelationship> rows) {
        return new QueryLanguage(
                List.of(
                        Fields.text(
                                "td",
                                "trust domain",
                                List::of,
                                row -> rows.get(row).trustDomain().getName()),
                        Fields.text(
                                "url",
                                "bundle endpoint",
                                List::of,
                                row -> rows.get(row).endpointUrl()),
                        Fields.text(
                                "profile",
                                "https_web or https_spiffe",
                                () -> List.of("https_web", "https_spiffe"),
                                row -> profile(rows.get(row))),
                        Fields.flag(
                                "bundle",
                                "its bundle was fetched",
                                row -> rows.get(row).bundle().isPresent()),
                        Fields.number(
                                "roots",
                                "X.509 authorities of its bundle",
                                row ->
                                        rows.get(row)
                                                .bundle()
                                                .map(TrustBundle::x509Authorities)
                                                .map(List::size)
                                                .orElse(0))),
                word -> {
                    Predicate<String> match = TextMatch.has(word);
                    return row ->
                            match.test(rows.get(row).trustDomain().getName())
                                    || match.test(rows.get(row).endpointUrl());
                });
    }

    /** SPIRE's name of a profile. */
    public static String profile(FederationRelationship relationship) {
        return switch (relationship.profile()) {
            case FederationRelationship.Profile.HttpsWeb _ -> "https_web";
            case FederationRelationship.Profile.HttpsSpiffe _ -> "https_spiffe";
        };
    }
}
