package dev.curfew.views.exposure;

import dev.curfew.exposure.Bound;
import dev.curfew.exposure.Term;
import dev.curfew.text.Durations;
import dev.curfew.text.Texts;
import dev.curfew.views.kit.Ui;
import java.util.List;

/** Bounds, their terms and what they leave out, in words. */
public final class BoundWords {
    private final Texts services = Texts.ofServices();
    private final Ui ui;

    public BoundWords(Ui ui) {
        this.ui = ui;
    }

    /** "14:31:17", or that nobody knows. */
    public String at(Bound bound) {
        return bound.at().map(ui.ages()::at).orElseGet(() -> ui.text("exposure.unknown"));
    }

    /** How long from now: "30 m 05 s"; empty where it is not known. */
    public String left(Bound bound) {
        return bound.at().map(ui.ages()::until).orElse("");
    }

    /** What it is made of, each with where it comes from. */
    public List<String> terms(Bound bound) {
        return bound.terms().stream().map(this::term).toList();
    }

    private String term(Term term) {
        String value =
                term.amount()
                        .map(Durations::display)
                        .or(() -> term.cap().map(ui.ages()::at))
                        .orElse("");
        return ui.text(
                "exposure.term",
                services.get("term." + term.key(), value),
                services.get("source." + term.source()));
    }

    public String notCovered(String key) {
        return services.get("notCovered." + key);
    }
}
