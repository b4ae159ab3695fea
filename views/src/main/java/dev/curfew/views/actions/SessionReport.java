package dev.curfew.views.actions;

import dev.curfew.containment.ChangeReport;
import dev.curfew.containment.Confirmation;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The report of one action, as it stands now: later looks may change it. JavaFX thread only. */
final class SessionReport {
    private final Confirmation confirmation;
    private final ReadOnlyObjectWrapper<ChangeReport> report;
    private final ReadOnlyIntegerWrapper looks = new ReadOnlyIntegerWrapper();

    /**
     * @param report is kept without a token
     */
    SessionReport(ChangeReport report, Confirmation confirmation) {
        this.report = new ReadOnlyObjectWrapper<>(report.withoutToken());
        this.confirmation = confirmation;
    }

    Confirmation confirmation() {
        return confirmation;
    }

    ChangeReport report() {
        return report.get();
    }

    ReadOnlyObjectProperty<ChangeReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** How often it was looked at again. */
    ReadOnlyIntegerProperty looksProperty() {
        return looks.getReadOnlyProperty();
    }

    void update(ChangeReport newer) {
        looks.set(looks.get() + 1);
        report.set(newer.withoutToken());
    }
}
