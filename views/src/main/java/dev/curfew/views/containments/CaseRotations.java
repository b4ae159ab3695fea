package dev.curfew.views.containments;

import dev.curfew.containment.book.Kept;
import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.containment.plan.PlannedStep.Work;
import dev.curfew.containment.run.StepReport;
import dev.curfew.containment.run.StepState;
import dev.curfew.containment.sever.RotationPhase;
import dev.curfew.icons.AppIcon;
import dev.curfew.views.contain.ContainWords;
import dev.curfew.views.kit.Card;
import dev.curfew.views.kit.Explanations;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How far each rotation of a sever is, phase after phase. Not there where nothing is rotated. */
final class CaseRotations {
    private enum Mark {
        DONE,
        NOW,
        WAITS,
        STOPPED,
        TO_COME
    }

    private final Ui ui;
    private final ContainWords words;
    private final List<Line> lines = new ArrayList<>();
    private final VBox body = new VBox();
    private final Card card;

    CaseRotations(Ui ui) {
        this.ui = ui;
        words = new ContainWords(ui);
        body.setId("containment-rotations");
        body.getStyleClass().add("rotations");
        card = new Card(ui.text("containments.rotations"), body);
        card.subtitle(ui.text("containments.rotations.hint"));
    }

    Region node() {
        return card;
    }

    void show(Kept kept) {
        List<PlannedStep> steps =
                kept.state().plan().steps().stream()
                        .filter(step -> step.work() instanceof Work.Rotate)
                        .toList();
        card.setVisible(!steps.isEmpty());
        card.setManaged(!steps.isEmpty());
        while (lines.size() < steps.size()) {
            Line line = new Line();
            lines.add(line);
            body.getChildren().add(line.box);
        }
        for (int i = 0; i < steps.size(); i++) {
            lines.get(i).show(steps.get(i), kept.state().step(steps.get(i)));
        }
    }

    static Mark mark(StepReport report, RotationPhase phase) {
        if (report.state() == StepState.CONFIRMED) {
            return Mark.DONE;
        }
        if (report.phase().isEmpty() || phase.compareTo(report.phase().get()) > 0) {
            return Mark.TO_COME;
        }
        if (phase != report.phase().get()) {
            return Mark.DONE;
        }
        return switch (report.state()) {
            case SENT -> Mark.NOW;
            case GATED -> Mark.WAITS;
            default -> Mark.STOPPED;
        };
    }

    private final class Line {
        private final Label name = Labels.whole("", "strong");
        private final Map<RotationPhase, Label> phases = new EnumMap<>(RotationPhase.class);
        private final Map<RotationPhase, Mark> marks = new EnumMap<>(RotationPhase.class);
        private final Label why = Labels.wrapped("", "caption");
        private final VBox box;

        Line() {
            FlowPane strip = new FlowPane();
            strip.getStyleClass().add("rotation-strip");
            for (RotationPhase phase : RotationPhase.values()) {
                if (!phases.isEmpty()) {
                    strip.getChildren().add(AppIcon.CHEVRON_RIGHT.view("muted-icon"));
                }
                Label label = Labels.whole(ContainWords.phase(phase));
                phases.put(phase, label);
                strip.getChildren().add(label);
            }
            box = new VBox(name, strip, why);
            box.getStyleClass().add("rotation");
            box.setAccessibleRole(AccessibleRole.TEXT);
        }

        void show(PlannedStep step, StepReport report) {
            name.setText(words.numbered(step));
            phases.forEach((phase, label) -> show(label, phase, mark(report, phase)));
            String sentence = why(report);
            why.setText(sentence);
            why.setVisible(!sentence.isEmpty());
            why.setManaged(!sentence.isEmpty());
            box.setAccessibleText(
                    phases.keySet().stream()
                            .map(phase ->
                                    ui.text(
                                            "containments.rotations.words",
                                            ContainWords.phase(phase),
                                            word(mark(report, phase))))
                            .collect(
                                    Collectors.joining(
                                            ", ", name.getText() + ": ", ". " + sentence)));
        }

        private void show(Label label, RotationPhase phase, Mark mark) {
            if (marks.put(phase, mark) == mark) {
                return;
            }
            Tone tone = tone(mark);
            tone.on(label).setGraphic(tone.on(icon(mark).view()));
            label.getStyleClass().remove("strong");
            if (mark != Mark.DONE && mark != Mark.TO_COME) {
                label.getStyleClass().add("strong");
            }
        }
    }

    /** What it waits for or why it stopped; of one that goes on, what its phase is about. */
    private static String why(StepReport report) {
        return switch (report.state()) {
            case GATED -> report.waitsFor().map(ContainWords::gate).orElse("");
            case SENT -> report.phase().map(ContainWords::phaseIs).orElse("");
            case CONFIRMED, WAITING, SKIPPED -> "";
            default -> report.failure().map(why -> Explanations.of(why).what()).orElse("");
        };
    }

    private String word(Mark mark) {
        return switch (mark) {
            case DONE -> ui.text("containments.rotations.done");
            case NOW, WAITS -> ui.text("containments.rotations.now");
            case STOPPED -> ui.text("containments.rotations.stopped");
            case TO_COME -> ui.text("containments.rotations.toCome");
        };
    }

    private static AppIcon icon(Mark mark) {
        return switch (mark) {
            case DONE -> AppIcon.DONE;
            case NOW -> AppIcon.SENT;
            case WAITS -> AppIcon.LOCK_OUTLINE;
            case STOPPED -> AppIcon.ERROR;
            case TO_COME -> AppIcon.WAITING;
        };
    }

    private static Tone tone(Mark mark) {
        return switch (mark) {
            case DONE -> Tone.SUCCESS;
            case NOW -> Tone.ACCENT;
            case WAITS -> Tone.WARNING;
            case STOPPED -> Tone.DANGER;
            case TO_COME -> Tone.MUTED;
        };
    }
}
