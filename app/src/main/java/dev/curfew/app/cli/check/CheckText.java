package dev.curfew.app.cli.check;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Table;
import dev.curfew.connect.Availability;
import dev.curfew.connect.ClockSkew;
import dev.curfew.connect.ServerIdentification;
import dev.curfew.connect.ServerTimings;
import dev.curfew.estate.AuthorityView;
import dev.curfew.estate.EntryFindings;
import dev.curfew.estate.Link;
import dev.curfew.estate.NodeState;
import dev.curfew.estate.Reading;
import dev.curfew.estate.ServerEstate;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.text.Durations;
import dev.curfew.text.Explanation;
import dev.curfew.text.Moments;
import dev.curfew.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A check's findings as text. */
final class CheckText {
    private final CheckReport report;
    private final ServerEstate server;
    private final Printer printer;
    private final List<List<String>> facts = new ArrayList<>();

    CheckText(CheckReport report, Printer printer) {
        this.report = report;
        this.server = report.server();
        this.printer = printer;
    }

    void write() {
        identity();
        counts();
        Table.aligned(facts, printer::line);
        printer.line("");
        features();
    }

    private void identity() {
        fact("target", server.profile().address().display());
        server.trustDomain().ifPresent(td -> fact("trustDomain", td.getName()));
        server.capabilities().ifPresent(found -> identified(found.identification()));
        fact(
                "reached",
                server.link() instanceof Link.Up
                        ? printer.text("check.answeredIn", report.latency().toMillis())
                        : printer.text("check.lost"));
        fact("clock", clock());
        ServerTimings timings = server.profile().timings();
        fact(
                "timings",
                printer.text(
                        timings.assumed() ? "check.assumed" : "check.declared",
                        Durations.display(timings.cacheReload()),
                        Durations.display(timings.agentSync()),
                        Durations.display(timings.defaultX509Ttl()),
                        Durations.display(timings.defaultJwtTtl())));
    }

    private void identified(ServerIdentification id) {
        fact(
                "server",
                id.serverId()
                        .map(server ->
                                printer.text(
                                        id.local() ? "check.idByDebug" : "check.idProved", server))
                        .orElseGet(() -> printer.text("check.idUnknown")));
        id.certificateExpiresAt()
                .ifPresent(at -> fact("certificate", Moments.both(at, report.now())));
        fact("way", printer.text(id.local() ? "check.local" : "check.tcp"));
        id.uptime().ifPresent(uptime -> fact("uptime", Durations.display(uptime)));
    }

    private String clock() {
        return report.clock()
                .map(outcome ->
                        switch (outcome) {
                            case Ok<ClockSkew>(var skew) ->
                                    printer.text(
                                            "check.skew", signed(skew.low()), signed(skew.high()));
                            case Failed<ClockSkew>(var why) ->
                                    Explanation.of(why, Texts.ofServices()).what();
                        })
                .orElseGet(() -> printer.text("check.clockNotMeasured"));
    }

    /** {@code +0.998 s}. */
    private static String signed(Duration duration) {
        return String.format(java.util.Locale.ROOT, "%+.3f s", duration.toNanos() / 1e9);
    }

    private void counts() {
        fact(
                "workloads",
                counted(
                        server.entries(),
                        printer.text(
                                "check.entries",
                                report.entries(),
                                report.admins(),
                                report.finding(EntryFindings::inheritsAdminCount),
                                report.finding(EntryFindings::sharedCount),
                                report.finding(EntryFindings::orphanedCount))));
        fact(
                "nodes",
                counted(
                        server.nodes(),
                        printer.text(
                                "check.nodeCounts",
                                server.nodes().value().size(),
                                report.nodes(NodeState.ATTESTED),
                                report.nodes(NodeState.STALE),
                                report.nodes(NodeState.BANNED))));
        AuthorityView authorities = server.authorities().value();
        fact(
                "authorities",
                counted(
                        server.authorities(),
                        printer.text(
                                "check.authorityCounts",
                                authorities.x509Authorities().size(),
                                authorities.jwtAuthorities().size())));
        fact(
                "federation",
                counted(
                        server.federation(),
                        printer.text(
                                "check.federationCounts",
                                server.federation().value().size(),
                                server.federatedBundles().value().size())));
    }

    private String counted(Reading<?> reading, String text) {
        return switch (reading.state()) {
            case COMPLETE -> text;
            default ->
                    reading.isKnown()
                            ? printer.text("check.partial", text)
                            : printer.text("check.notRead");
        };
    }

    private void features() {
        List<List<String>> lines = new ArrayList<>();
        server.capabilities()
                .ifPresent(found ->
                        found.features()
                                .forEach((feature, availability) ->
                                        lines.add(
                                                List.of(
                                                        printer.text("feature." + feature.name()),
                                                        availability(availability)))));
        Table.aligned(lines, printer::line);
    }

    private String availability(Availability availability) {
        return switch (availability) {
            case Availability.Available _ -> printer.text("check.available");
            case Availability.Absent(Failure why) -> {
                Explanation explanation = Explanation.of(why, Texts.ofServices());
                yield printer.text("check.absent", explanation.what(), explanation.why());
            }
        };
    }

    private void fact(String key, String value) {
        facts.add(List.of(printer.text("check." + key), value));
    }
}
