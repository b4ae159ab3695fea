package dev.curfew.views.lab;

import dev.curfew.views.kit.Ui;
import dev.curfew.views.lab.LabSnapshot.Call;
import dev.curfew.views.lab.LabSnapshot.Lane;

/** What the lab's screen says in several places. */
final class LabWords {
    private LabWords() {}

    /** The last part of a SPIFFE ID. */
    static String name(String spiffeId) {
        return spiffeId.substring(spiffeId.lastIndexOf('/') + 1);
    }

    static String way(Lane lane, Ui ui) {
        return ui.text("lab.lane.to", name(lane.to()), ui.text(lane.way().key()));
    }

    static String outcome(Call call, Ui ui) {
        if (!call.ok()) {
            return ui.text("lab.outcome.denied");
        }
        return ui.text(call.wrong() ? "lab.outcome.wrong" : "lab.outcome.ok");
    }

    static String why(Call call, Ui ui) {
        return call.denial().map(denial -> ui.text(denial.key())).orElse("");
    }
}
