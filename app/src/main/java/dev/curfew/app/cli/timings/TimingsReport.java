package dev.curfew.app.cli.timings;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Table;
import dev.curfew.connect.ServerTimings;
import dev.curfew.connect.Timing;
import dev.curfew.connect.TimingValue;
import dev.curfew.estate.ServerEstate;
import dev.curfew.outcome.Failure;
import dev.curfew.text.Durations;
import dev.curfew.text.Moments;
import dev.curfew.timing.LearnedTimings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Each timing with its value, source and age.
 *
 * @param probed the default TTLs were asked for, so one that is missing was cut by its authority
 */
record TimingsReport(ServerEstate server, LearnedTimings learned, boolean probed, Instant now) {

    private ServerTimings shown() {
        return learned.over(server.profile().timings());
    }

    void write(Printer printer) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(
                List.of(
                        printer.text("timings.head.timing"),
                        printer.text("timings.head.value"),
                        printer.text("timings.head.source"),
                        printer.text("timings.head.age")));
        for (Timing timing : Timing.values()) {
            TimingValue value = shown().of(timing);
            lines.add(
                    List.of(
                            printer.text("timing." + timing.name()),
                            exact(value.value()),
                            printer.text("timing.source." + value.source().name()),
                            age(value, printer)));
        }
        Table.aligned(lines, printer::line);
        notes(printer).forEach(printer::say);
    }

    private List<String> notes(Printer printer) {
        List<String> notes = new ArrayList<>();
        ServerTimings known = server.profile().timings();
        for (Timing timing : Timing.values()) {
            if (learned.contradicts(known, timing)) {
                notes.add(
                        printer.text(
                                "timings.contradicts",
                                printer.text("timing." + timing.name()),
                                exact(known.of(timing).value())));
            }
        }
        if (probed) {
            for (Timing timing : List.of(Timing.DEFAULT_X509_TTL, Timing.DEFAULT_JWT_TTL)) {
                if (!learned.values().containsKey(timing)) {
                    notes.add(printer.text("timings.cut", printer.text("timing." + timing.name())));
                }
            }
        }
        learned.nodesAtLeast()
                .ifPresent(life ->
                        notes.add(
                                printer.text(
                                        learned.nodesOutlive(shown())
                                                ? "timings.nodesOutlive"
                                                : "timings.nodesAtLeast",
                                        Durations.display(life))));
        return notes;
    }

    private String age(TimingValue value, Printer printer) {
        return value.at()
                .map(at -> Moments.away(at, now))
                .orElseGet(() -> value.isAssumed() ? "–" : printer.text("timings.ageUnknown"));
    }

    ObjectNode json(Printer printer, Optional<Failure> problem) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("connection", server.name());
        ArrayNode timings = json.putArray("timings");
        for (Timing timing : Timing.values()) {
            TimingValue value = shown().of(timing);
            ObjectNode one = timings.addObject();
            one.put("timing", timing.word());
            one.put("value_seconds", value.value().toMillis() / 1000.0);
            one.put("source", value.source().name().toLowerCase(Locale.ROOT));
            value.at()
                    .ifPresent(at -> {
                        one.put("at", Moments.utc(at));
                        one.put("age_seconds", Duration.between(at, now).toSeconds());
                    });
            if (learned.contradicts(server.profile().timings(), timing)) {
                one.put(
                        "declared_seconds",
                        server.profile().timings().of(timing).value().toMillis() / 1000.0);
            }
        }
        learned.nodesAtLeast()
                .ifPresent(life -> json.put("nodes_live_at_least_seconds", life.toSeconds()));
        ArrayNode notes = json.putArray("notes");
        notes(printer).forEach(notes::add);
        problem.ifPresent(why -> json.set("error", printer.error(why)));
        return json;
    }

    /** Intervals may be shorter than a second. */
    private static String exact(Duration duration) {
        return duration.toMillisPart() == 0
                ? Durations.display(duration)
                : String.format(Locale.ROOT, "%.3f s", duration.toMillis() / 1000.0);
    }
}
