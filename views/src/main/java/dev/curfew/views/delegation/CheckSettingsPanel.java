package dev.curfew.views.delegation;

import dev.curfew.delegation.check.CheckSetting;
import dev.curfew.delegation.check.CheckSetting.Form;
import dev.curfew.icons.AppIcon;
import dev.curfew.text.Texts;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.DetailsPanel;
import dev.curfew.views.kit.FieldProblem;
import dev.curfew.views.kit.FormField;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.util.Subscription;

/** Beside the findings: from where on something is one, and what weighs more or less. */
final class CheckSettingsPanel {
    private static final Texts SERVICES = Texts.ofServices();

    private final CheckSettingsModel model;
    private final Ui ui;
    private final DetailsPanel panel;
    private final List<Row> rows = new ArrayList<>();
    private final TextField reason = new TextField();
    private final ActionButton save;
    private final ActionButton defaults;

    CheckSettingsPanel(CheckSettingsModel model, Runnable close, Ui ui) {
        this.model = model;
        this.ui = ui;
        panel = new DetailsPanel("checks-panel", ui, close);
        panel.setHead(
                ui.text("checks.title"), Labels.gap(), Labels.wrapped(ui.text("checks.what")));
        save = Buttons.main(Buttons.text("checks-save", ui.text("checks.save"), this::save));
        defaults =
                Buttons.of(
                        "checks-defaults",
                        AppIcon.RESTORE,
                        ui.text("checks.defaults"),
                        model::typeDefaults);
        reason.setId("checks-reason");
        reason.setPromptText(ui.text("actions.reason"));
        reason.setAccessibleText(ui.text("actions.reason"));
        reason.setOnAction(_ -> save());
        Stream.of(CheckSetting.values()).map(Row::new).forEach(rows::add);
        panel.setSections(
                DetailsPanel.section(ui.text("checks.thresholds"), "", rows(false)),
                DetailsPanel.section(ui.text("checks.weights"), "", rows(true)),
                DetailsPanel.section(ui.text("checks.why"), ui.text("checks.why.hint"), reason));
        panel.setActions(save, defaults);
    }

    DetailsPanel node() {
        return panel;
    }

    private Node[] rows(boolean names) {
        return rows.stream()
                .filter(row -> (row.setting.form() == Form.NAMES) == names)
                .toArray(Node[]::new);
    }

    /** The first field has the keyboard. */
    void focus() {
        panel.applyCss();
        rows.getFirst().input().requestFocus();
    }

    private static String id(CheckSetting setting) {
        return "checks-" + setting.key();
    }

    Subscription attached() {
        return model.stateProperty()
                .subscribe(_ -> {
                    rows.forEach(Row::show);
                    save.refuse(model.whyNotSaved());
                    defaults.refuse(model.whyNoDefaults());
                });
    }

    private void save() {
        model.save(reason.getText(), reason::clear);
    }

    private final class Row extends FormField {
        private final CheckSetting setting;

        Row(CheckSetting setting) {
            super(
                    id(setting),
                    SERVICES.get(setting.titleKey()),
                    setting.form() == Form.NAMES ? ui.text("checks.names.prompt") : "",
                    model.stateProperty().get().text(setting),
                    text -> model.type(setting, text),
                    ui);
            this.setting = setting;
            input().setOnAction(_ -> save());
            note(Optional.of(said()));
            show();
        }

        void show() {
            showText(model.stateProperty().get().text(setting));
            show(true, model.stateProperty().get().problem(setting).map(FieldProblem.Said::new));
        }

        private String said() {
            String checks =
                    setting.checks().stream().map(Enum::name).collect(Collectors.joining(", "));
            String what = SERVICES.get(setting.whatKey());
            return switch (setting.form()) {
                case COUNT -> ui.text("checks.note.count", what, setting.byDefault(), checks);
                case DURATION -> ui.text("checks.note.duration", what, setting.byDefault(), checks);
                case NAMES -> what;
            };
        }
    }
}
