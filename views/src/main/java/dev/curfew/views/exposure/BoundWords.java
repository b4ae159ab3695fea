package dev.curfew.views.exposure;

import dev.curfew.exposure.Bound;
import dev.curfew.exposure.ExposureBound;
import dev.curfew.exposure.Term;
import dev.curfew.text.Durations;
import dev.curfew.text.Texts;
import dev.curfew.views.kit.Ui;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The four lines of a bound in words. Pure. */
final class BoundWords {
    private final Texts services = Texts.ofServices();
    private final Ui ui;

    BoundWords(Ui ui) {
        this.ui = ui;
    }

    /**
     * @param from when the action starts
     * @param unknown what stands where there is no time
     */
    List<BoundLine> lines(ExposureBound bound, Instant from, String unknown) {
        boolean asBefore = bound.notCovered().contains("stillIssued");
        return List.of(
                line(
                        "issuance",
                        asBefore
                                ? ui.text("exposure.issuedAsBefore")
                                : ui.text("exposure.issuance"),
                        bound.issuanceStops(),
                        unknown,
                        from),
                line("nodes", ui.text("exposure.nodes"), bound.nodesKnow(), unknown, from),
                line(
                        "x509",
                        asBefore ? ui.text("exposure.x509AsBefore") : ui.text("exposure.x509"),
                        bound.x509Dead(),
                        unknown,
                        from),
                line(
                        "jwt",
                        asBefore ? ui.text("exposure.jwtAsBefore") : ui.text("exposure.jwt"),
                        bound.jwtDead(),
                        unknown,
                        from));
    }

    private BoundLine line(String id, String name, Bound bound, String unknown, Instant from) {
        return new BoundLine(
                id, name, bound, unknown, formula(bound), terms(bound, start(bound, from)));
    }

    String notCovered(String key) {
        return services.get("notCovered." + key);
    }

    /** Bounds are rounded up to whole seconds. */
    private static boolean isReached(Instant cap, Instant at) {
        return !cap.isAfter(at) && cap.plusSeconds(1).isAfter(at);
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
                .map(_ -> ui.text("exposure.term.cap"))
                .orElse(sum.isEmpty() ? ui.text("exposure.term.atOnce") : sum);
    }

    private String brief(Term term) {
        String amount = amount(term);
        return switch (term.key()) {
            case "serverCache" -> ui.text("exposure.term.serverCache", amount);
            case "agentSync" -> ui.text("exposure.term.agentSync", amount);
            case "x509Ttl", "jwtTtl" -> ui.text("exposure.term.ttl", amount);
            case "x509TtlDefault", "jwtTtlDefault" -> ui.text("exposure.term.ttlDefault", amount);
            case "pruneTick" -> ui.text("exposure.term.pruneTick", amount);
            case "jwtLeeway" -> ui.text("exposure.term.leeway", amount);
            case "nodeStaleness" -> ui.text("exposure.term.staleness", amount);
            case "clockBehind", "clockSkew" -> ui.text("exposure.term.skew", amount);
            default -> amount;
        };
    }

    private List<String> terms(Bound bound, Instant start) {
        if (bound.at().isEmpty()) {
            return bound.terms().stream()
                    .filter(Term::isUnknown)
                    .map(term -> services.get("term." + term.key(), ""))
                    .toList();
        }
        List<String> all = new ArrayList<>();
        all.add(ui.text("exposure.term.start", ui.ages().full(start)));
        for (Term term : bound.terms()) {
            String sentence = services.get("term." + term.key(), amount(term));
            String source = services.get("source." + term.source().name());
            all.add(
                    term.amount().isPresent()
                            ? ui.text("exposure.term.adds", sentence, source)
                            : ui.text("exposure.term.caps", sentence, source));
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
