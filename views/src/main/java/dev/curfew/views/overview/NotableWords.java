package dev.curfew.views.overview;

import dev.curfew.estate.Notable;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.shell.Location;
import dev.curfew.views.shell.Places;

/** What is worth a look, in words, and where it is listed. */
final class NotableWords {
    private NotableWords() {}

    static String what(Notable.Kind kind, Ui ui) {
        return switch (kind) {
            case INHERITS_ADMIN -> ui.text("overview.notable.inheritsAdmin");
            case FEDERATION_WITHOUT_BUNDLE -> ui.text("overview.notable.federationWithoutBundle");
            case TTL_OF_DAYS -> ui.text("overview.notable.ttlOfDays");
            case BOUND_TO_NODE -> ui.text("overview.notable.boundToNode");
            case TTL_CUT_BY_AUTHORITY -> ui.text("overview.notable.ttlCut");
            case SHARED_IDENTITY -> ui.text("overview.notable.shared");
            case EXPIRING_SOON -> ui.text("overview.notable.expiring");
            case AUTHORITY_WITHOUT_SLOT -> ui.text("overview.notable.withoutSlot");
            case OLD_AUTHORITY_TRUSTED -> ui.text("overview.notable.oldTrusted");
            case TAINTED_AUTHORITY -> ui.text("overview.notable.tainted");
            case STALE_NODE -> ui.text("overview.notable.stale");
            case ORPHANED_ENTRY -> ui.text("overview.notable.orphaned");
            case BANNED_NODE -> ui.text("overview.notable.banned");
        };
    }

    static String count(Notable notable, Ui ui) {
        String number = Counts.of(notable.count());
        boolean one = notable.count() == 1;
        return switch (notable.kind().place()) {
            case ENTRIES -> ui.text(one ? "overview.entry" : "overview.entries", number);
            case NODES -> ui.text(one ? "overview.node" : "overview.nodes", number);
            case AUTHORITIES ->
                    ui.text(one ? "overview.authority" : "overview.authorities", number);
            case FEDERATION ->
                    ui.text(one ? "overview.relationship" : "overview.relationships", number);
        };
    }

    static Location where(Notable notable) {
        return switch (notable.kind().place()) {
            case ENTRIES -> new Location(Places.WORKLOADS, notable.query());
            case NODES -> new Location(Places.NODES, notable.query());
            case AUTHORITIES -> new Location(Places.TRUST, notable.query());
            case FEDERATION -> new Location(Places.TRUST, "federation " + notable.query());
        };
    }
}
