package dev.curfew.views.delegation;

import dev.curfew.delegation.check.Waiver;
import dev.curfew.delegation.check.Waivers;
import dev.curfew.views.delegation.FindingRow.Found;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.DetailsPanel;
import dev.curfew.views.kit.Facts;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Segments;
import dev.curfew.views.kit.Ui;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

/**
 * Where a finding is let be for a while, with a reason. What was typed stays while newer facts come
 * in for the same finding.
 */
final class WaiverSection {
    private static final List<Duration> TIMES =
            List.of(
                    Duration.ofDays(1),
                    Duration.ofDays(7),
                    Duration.ofDays(30),
                    Duration.ofDays(90));

    private final FindingsModel model;
    private final Ui ui;
    private final TextField reason = new TextField();
    private final TextField ending = new TextField();
    private final Segments times;
    private final ActionButton waive;
    private Duration time = TIMES.get(1);
    private Optional<Found> about = Optional.empty();

    WaiverSection(FindingsModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        reason.setId("findings-waive-reason");
        reason.setPromptText(ui.text("findings.waive.reason"));
        reason.setAccessibleText(ui.text("findings.waive.reason"));
        ending.setId("findings-endWaiver-reason");
        ending.setPromptText(ui.text("actions.reason"));
        ending.setAccessibleText(ui.text("actions.reason"));
        times =
                new Segments(
                        "findings-waive-time",
                        ui.text("findings.waive.time"),
                        TIMES.stream()
                                .map(one -> ui.text("findings.waive.days", one.toDays()))
                                .toList(),
                        index -> time = TIMES.get(index));
        times.choose(1);
        waive =
                Buttons.small(
                        Buttons.text("findings-waive", ui.text("findings.waive"), this::waive));
        reason.textProperty().subscribe(_ -> allow());
        allow();
    }

    /** Whether somebody is typing a reason for this one. */
    boolean isWriting(FindingRow row) {
        return about.filter(found -> found.key().equals(row.key())).isPresent()
                && !(reason.getText().isEmpty() && ending.getText().isEmpty());
    }

    Node show(Found found) {
        if (about.filter(before -> before.key().equals(found.key())).isEmpty()) {
            reason.clear();
            ending.clear();
        }
        about = Optional.of(found);
        return found.waiver().map(waiver -> waived(found, waiver)).orElseGet(this::form);
    }

    private Node form() {
        return DetailsPanel.section(
                ui.text("findings.waive.title"),
                ui.text("findings.waive.hint"),
                reason,
                Labels.row(times, waive));
    }

    private Node waived(Found found, Waiver waiver) {
        return DetailsPanel.section(
                ui.text("findings.waived"),
                "",
                Facts.text(ui.text("findings.waived.reason"), new Region(), waiver.reason()),
                Facts.text(
                        ui.text("findings.waived.by"),
                        new Region(),
                        ui.text("findings.waived.byAt", waiver.by(), ui.ages().full(waiver.at()))),
                Facts.text(
                        ui.text("findings.waived.until"),
                        new Region(),
                        ui.ages().full(waiver.until())),
                ending,
                Labels.row(
                        Buttons.small(
                                Buttons.text(
                                        "findings-endWaiver",
                                        ui.text("findings.waived.end"),
                                        () -> end(found)))));
    }

    private void end(Found found) {
        String text = ending.getText();
        ending.clear();
        model.endWaiver(found, text);
    }

    private void allow() {
        String text = reason.getText().strip();
        waive.refuse(
                text.isEmpty()
                        ? ui.text("findings.waive.reasonFirst")
                        : text.length() > Waivers.LONGEST_REASON
                                ? ui.text("findings.waive.tooLong", Waivers.LONGEST_REASON)
                                : "");
    }

    private void waive() {
        String text = reason.getText();
        about.ifPresent(found -> {
            reason.clear();
            model.waive(found, text, time);
        });
    }
}
