package dev.curfew.views.overview;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.EmptyState;
import dev.curfew.views.kit.Ui;

/** Stands where numbers would be of what was never read. */
final class Unread {
    private Unread() {}

    static EmptyState state(Ui ui) {
        return new EmptyState(
                AppIcon.NOT_SEEN, ui.text("overview.unread"), ui.text("overview.unread.hint"));
    }
}
