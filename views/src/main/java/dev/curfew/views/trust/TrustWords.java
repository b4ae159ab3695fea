package dev.curfew.views.trust;

import dev.curfew.estate.TrustRow;
import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.Ui;
import java.time.Instant;

/** Authorities in words. */
final class TrustWords {
    private TrustWords() {}

    static String kind(TrustRow row, Ui ui) {
        return switch (row.kind()) {
            case X509 -> ui.text("trust.kind.x509");
            case JWT -> ui.text("trust.kind.jwt");
            case WIT -> ui.text("trust.kind.wit");
        };
    }

    static String signs(TrustRow row, Ui ui) {
        return switch (row.kind()) {
            case X509 -> ui.text("trust.fact.kind.x509");
            case JWT -> ui.text("trust.fact.kind.jwt");
            case WIT -> ui.text("trust.fact.kind.wit");
        };
    }

    static String slot(TrustRow row, Ui ui) {
        return switch (row.slot()) {
            case ACTIVE -> ui.text("trust.slot.active");
            case PREPARED -> ui.text("trust.slot.prepared");
            case OLD -> ui.text("trust.slot.old");
            case NONE -> ui.text("trust.slot.none");
        };
    }

    static AppIcon slotIcon(TrustRow row) {
        return switch (row.slot()) {
            case ACTIVE -> AppIcon.DONE;
            case PREPARED -> AppIcon.WAITING;
            case OLD -> AppIcon.RESIDUAL;
            case NONE -> AppIcon.UNBOUND;
        };
    }

    static String bundle(TrustRow row, Ui ui) {
        return ui.text(row.inBundle() ? "trust.trusted" : "trust.notTrusted");
    }

    static String left(Instant end, Ui ui) {
        return end.isAfter(ui.ages().now()) ? ui.ages().until(end) : ui.text("trust.ended");
    }

    /** "3 Oct 13:01, in 23 h", or how long ago. */
    static String moment(Instant at, Ui ui) {
        return at.isAfter(ui.ages().now())
                ? ui.text("trust.in", ui.ages().at(at), ui.ages().until(at))
                : ui.text("trust.ago", ui.ages().at(at), ui.ages().since(at));
    }
}
