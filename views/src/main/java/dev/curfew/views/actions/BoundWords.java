package dev.curfew.views.actions;

import dev.curfew.containment.ActionKind;
import dev.curfew.containment.ChangePlan;
import dev.curfew.exposure.Bound;
import dev.curfew.exposure.ExposureBound;
import dev.curfew.exposure.Term;
import dev.curfew.text.Durations;
import dev.curfew.views.kit.Ui;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The four lines of an action in words. Pure. */
final class BoundWords {
    private final Ui ui;
    private final ActionWords words;

    BoundWords(Ui ui, ActionWords words) {
        this.ui = ui;
        this.words = words;
    }

    /**
     * One line.
     *
     * @param unknown what stands in place of the time where there is none
     * @param formula in little room; empty where there is nothing to explain
     * @param terms in whole sentences
     */
    record Line(
            String id,
            String name,
            Bound bound,
            String unknown,
            String formula,
            List<String> terms) {}

    List<Line> lines(ChangePlan plan, ExposureBound bound, Instant from) {
        boolean asBefore = bound.notCovered().contains("stillIssued");
        return List.of(
                line(
                        "issuance",
                        asBefore
                                ? ui.text("actions.bound.issuedAsBefore")
                                : ui.text("actions.bound.issuance"),
                        bound.issuanceStops(),
                        plan,
                        from),
                line("nodes", ui.text("actions.bound.nodes"), bound.nodesKnow(), plan, from),
                line(
                        "x509",
                        asBefore
                                ? ui.text("actions.bound.x509AsBefore")
                                : ui.text("actions.bound.x509"),
                        bound.x509Dead(),
                        plan,
                        from),
                line(
                        "jwt",
                        asBefore
                                ? ui.text("actions.bound.jwtAsBefore")
                                : ui.text("actions.bound.jwt"),
                        bound.jwtDead(),
                        plan,
                        from));
    }

    private Line line(String id, String name, Bound bound, ChangePlan plan, Instant from) {
        Instant start = start(bound, from);
        return new Line(id, name, bound, unknown(plan.kind()), formula(bound), terms(bound, start));
    }

    /** Bounds are rounded up to whole seconds. */
    private static boolean isReached(Instant cap, Instant at) {
        return !cap.isAfter(at) && cap.plusSeconds(1).isAfter(at);
    }

    private String unknown(ActionKind kind) {
        return switch (kind) {
            case EVICT -> ui.text("actions.bound.eviction");
            case REMOVE_FEDERATION -> ui.text("actions.bound.onlyTrust");
            default ->
                    kind.strength() == ActionKind.Strength.ADDS
                                    || kind == ActionKind.REFRESH_FEDERATION
                            ? ui.text("actions.bound.endsNothing")
                            : ui.text("actions.bound.unknown");
        };
    }

    private String formula(Bound bound) {
        if (bound.at().isEmpty()) {
            return "";
        }
        String sum =
                bound.terms().stream()
                        .filter(term -> term.amount().filter(a -> !a.isZero()).isPresent())
                        .map(this::brief)
                        .collect(Collectors.joining(" + "));
        return bound.terms().stream()
                .flatMap(term -> term.cap().stream())
                .filter(cap -> isReached(cap, bound.at().get()))
                .findFirst()
                .map(_ -> ui.text("actions.term.cap"))
                .orElse(sum.isEmpty() ? ui.text("actions.term.atOnce") : sum);
    }

    private String brief(Term term) {
        String amount = amount(term);
        return switch (term.key()) {
            case "serverCache" -> ui.text("actions.term.serverCache", amount);
            case "agentSync" -> ui.text("actions.term.agentSync", amount);
            case "x509Ttl", "jwtTtl" -> ui.text("actions.term.ttl", amount);
            case "x509TtlDefault", "jwtTtlDefault" -> ui.text("actions.term.ttlDefault", amount);
            case "pruneTick" -> ui.text("actions.term.pruneTick", amount);
            case "jwtLeeway" -> ui.text("actions.term.leeway", amount);
            case "nodeStaleness" -> ui.text("actions.term.staleness", amount);
            case "clockBehind", "clockSkew" -> ui.text("actions.term.skew", amount);
            default -> amount;
        };
    }

    private List<String> terms(Bound bound, Instant start) {
        if (bound.at().isEmpty()) {
            return bound.terms().stream()
                    .filter(Term::isUnknown)
                    .map(term -> words.services().get("term." + term.key(), ""))
                    .toList();
        }
        List<String> all = new ArrayList<>();
        all.add(ui.text("actions.term.start", ui.ages().full(start)));
        for (Term term : bound.terms()) {
            String sentence = words.services().get("term." + term.key(), amount(term));
            String source = words.services().get("source." + term.source().name());
            all.add(
                    term.amount().isPresent()
                            ? ui.text("actions.term.adds", sentence, source)
                            : ui.text("actions.term.caps", sentence, source));
        }
        return all;
    }

    private String amount(Term term) {
        return term.amount()
                .map(Durations::display)
                .or(() -> term.cap().map(ui.ages()::at))
                .orElse("");
    }

    /** An expiry counts from its own moment, which only the sum tells. */
    private static Instant start(Bound bound, Instant from) {
        boolean expiry = bound.terms().stream().anyMatch(term -> term.key().equals("pruneTick"));
        if (!expiry || bound.at().isEmpty()) {
            return from;
        }
        Duration sum =
                bound.terms().stream()
                        .flatMap(term -> term.amount().stream())
                        .reduce(Duration.ZERO, Duration::plus);
        return bound.at().get().minus(sum);
    }
}
