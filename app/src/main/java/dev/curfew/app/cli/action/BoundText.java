package dev.curfew.app.cli.action;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.containment.ActionKind;
import dev.curfew.exposure.Bound;
import dev.curfew.exposure.ExposureBound;
import dev.curfew.exposure.Term;
import dev.curfew.text.Durations;
import dev.curfew.text.Moments;
import java.time.Instant;

/** The four lines of a bound as text. */
public final class BoundText {
    private final Printer printer;
    private final boolean old;

    /**
     * @param old what ends is the issuing under old TTLs alone
     */
    public BoundText(Printer printer, boolean old) {
        this.printer = printer;
        this.old = old;
    }

    static BoundText of(Printer printer, ActionKind kind) {
        return new BoundText(printer, kind == ActionKind.TIGHTEN);
    }

    /** The four lines with their terms, and what they do not cover. */
    public void write(ExposureBound bound, Instant from) {
        line(old ? "bound.oldIssuanceStops" : "bound.issuanceStops", bound.issuanceStops(), from);
        line("bound.nodesKnow", bound.nodesKnow(), from);
        line("bound.x509Dead", bound.x509Dead(), from);
        line("bound.jwtDead", bound.jwtDead(), from);
        printer.line("  " + printer.text("bound.notCovered"));
        for (String key : bound.notCovered()) {
            printer.line("    - " + printer.serviceText("notCovered." + key));
        }
    }

    private void line(String key, Bound bound, Instant from) {
        String when =
                bound.at()
                        .map(at -> Moments.both(at, from))
                        .orElseGet(() -> printer.text("bound.unknown"));
        printer.line("  " + printer.text(key, when));
        for (Term term : bound.terms()) {
            printer.line("      " + term(term, printer));
        }
    }

    /** {@code the server's entry cache, 5 s (SPIRE's default, assumed)}. */
    public static String term(Term term, Printer printer) {
        String value =
                term.amount()
                        .map(Durations::display)
                        .orElseGet(() -> term.cap().map(Moments::utc).orElse(""));
        return printer.serviceText("term." + term.key(), value)
                + " ("
                + printer.serviceText("source." + term.source().name())
                + ")";
    }
}
