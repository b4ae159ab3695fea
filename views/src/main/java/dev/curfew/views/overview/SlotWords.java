package dev.curfew.views.overview;

import dev.curfew.estate.TrustRow;
import dev.curfew.identity.AuthoritySlots;
import dev.curfew.views.kit.Ui;

/** Slots of authorities in words and styles. */
final class SlotWords {
    private SlotWords() {}

    static String name(TrustRow row, Ui ui) {
        String kind =
                row.kind() == AuthoritySlots.Kind.X509
                        ? ui.text("overview.slots.x509")
                        : ui.text("overview.slots.jwt");
        return switch (row.slot()) {
            case ACTIVE -> ui.text("overview.slots.active", kind);
            case PREPARED -> ui.text("overview.slots.prepared", kind);
            case OLD ->
                    ui.text(row.inBundle() ? "overview.slots.old" : "overview.slots.gone", kind);
            case NONE -> ui.text("overview.slots.none", kind);
        };
    }

    static String barStyle(TrustRow row) {
        return switch (row.slot()) {
            case ACTIVE -> "slot-active";
            case PREPARED -> "slot-prepared";
            case OLD, NONE -> "slot-old";
        };
    }
}
