package dev.curfew.export;

import dev.curfew.estate.TrustLanguage;
import dev.curfew.estate.TrustRow;
import dev.curfew.identity.FederationRelationship;
import dev.curfew.identity.TrustBundle;
import dev.curfew.text.Moments;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of authorities and of federation relationships. */
public final class TrustColumns {
    private TrustColumns() {}

    public static List<Column<TrustRow>> ofAuthorities(Instant now) {
        return List.of(
                Column.same("kind", row -> row.kind().name().toLowerCase(Locale.ROOT)),
                Column.same("slot", row -> row.slot().name().toLowerCase(Locale.ROOT)),
                Column.same("id", TrustRow::id),
                Column.flag("trusted", TrustRow::inBundle),
                Column.flag("tainted", TrustRow::tainted),
                new Column<>(
                        "expires",
                        row -> Moments.away(row.notAfter(), now),
                        row -> Moments.utc(row.notAfter())),
                new Column<>(
                        "begins",
                        row -> row.notBefore().map(at -> Moments.away(at, now)).orElse(""),
                        row -> row.notBefore().map(Moments::utc).orElse("")),
                Column.same("upstream", TrustRow::upstreamSubjectKeyId));
    }

    public static List<Column<FederationRelationship>> ofFederation() {
        return List.of(
                Column.same("td", row -> row.trustDomain().getName()),
                Column.same("profile", TrustLanguage::profile),
                Column.same("url", FederationRelationship::endpointUrl),
                Column.same("endpoint", TrustColumns::endpoint),
                Column.flag("bundle", row -> row.bundle().isPresent()),
                Column.same("roots", row -> String.valueOf(roots(row.bundle()))),
                Column.same(
                        "sequence",
                        row ->
                                row.bundle()
                                        .map(b -> String.valueOf(b.sequenceNumber()))
                                        .orElse("")));
    }

    private static int roots(Optional<TrustBundle> bundle) {
        return bundle.map(TrustBundle::x509Authorities).map(List::size).orElse(0);
    }

    private static String endpoint(FederationRelationship row) {
        return row.profile() instanceof FederationRelationship.Profile.HttpsSpiffe(var id)
                ? id.toString()
                : "";
    }
}
