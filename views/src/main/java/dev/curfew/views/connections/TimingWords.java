package dev.curfew.views.connections;

import dev.curfew.connect.TimingValue;
import dev.curfew.views.kit.Ui;

/** Where a timing comes from, in words. Pure. */
final class TimingWords {
    private TimingWords() {}

    /** "declared, 3 d ago"; what is assumed has no age. */
    static String source(TimingValue value, Ui ui) {
        String source =
                ui.text(
                        switch (value.source()) {
                            case ASSUMED -> "connections.timing.assumed";
                            case DECLARED -> "connections.timing.declared";
                            case LEARNED -> "connections.timing.learned";
                        });
        return value.at()
                .map(at -> ui.text("connections.timing.since", source, ui.ages().since(at)))
                .orElse(source);
    }
}
