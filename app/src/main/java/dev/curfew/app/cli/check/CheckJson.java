package dev.curfew.app.cli.check;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.connect.Availability;
import dev.curfew.connect.ClockSkew;
import dev.curfew.connect.ServerIdentification;
import dev.curfew.connect.ServerTimings;
import dev.curfew.estate.EntryFindings;
import dev.curfew.estate.Link;
import dev.curfew.estate.NodeState;
import dev.curfew.estate.Reading;
import dev.curfew.estate.ServerEstate;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.text.Moments;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A check's findings as JSON. */
final class CheckJson {
    private CheckJson() {}

    static ObjectNode write(CheckReport report, Printer printer) {
        ServerEstate server = report.server();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("connection", server.name());
        json.put("target", server.profile().address().display());
        server.trustDomain().ifPresent(td -> json.put("trust_domain", td.getName()));
        if (server.link() instanceof Link.Up) {
            json.put("latency_ms", report.latency().toMillis());
        }
        server.capabilities().ifPresent(found -> identified(json, found.identification()));
        timings(json.putObject("timings"), server.profile().timings());
        clock(json.putObject("clock"), report, printer);
        counts(json.putObject("counts"), report);
        ObjectNode features = json.putObject("features");
        server.capabilities()
                .ifPresent(found ->
                        found.features()
                                .forEach((feature, availability) ->
                                        features.set(
                                                feature.name().toLowerCase(Locale.ROOT),
                                                availability(availability, printer))));
        report.problem().ifPresent(why -> json.set("error", printer.error(why)));
        return json;
    }

    private static void identified(ObjectNode json, ServerIdentification id) {
        json.put("local", id.local());
        id.serverId().ifPresent(server -> json.put("server_id", server.toString()));
        id.serverId().ifPresent(_ -> json.put("server_id_proved", !id.local()));
        id.certificateExpiresAt()
                .ifPresent(at -> json.put("server_certificate_expires_at", Moments.utc(at)));
        id.uptime().ifPresent(uptime -> json.put("uptime_seconds", uptime.toSeconds()));
    }

    private static void timings(ObjectNode json, ServerTimings timings) {
        json.put("source", timings.assumed() ? "assumed" : "declared");
        json.put("server_cache_seconds", timings.cacheReload().toSeconds());
        json.put("agent_sync_seconds", timings.agentSync().toSeconds());
        json.put("default_x509_ttl_seconds", timings.defaultX509Ttl().toSeconds());
        json.put("default_jwt_ttl_seconds", timings.defaultJwtTtl().toSeconds());
    }

    private static void clock(ObjectNode json, CheckReport report, Printer printer) {
        json.put("measured", report.clock().map(c -> c instanceof Ok<ClockSkew>).orElse(false));
        report.clock()
                .ifPresent(outcome -> {
                    switch (outcome) {
                        case Ok<ClockSkew>(var skew) -> {
                            json.put("ahead_at_least_ms", skew.low().toMillis());
                            json.put("ahead_at_most_ms", skew.high().toMillis());
                        }
                        case Failed<ClockSkew>(var why) -> json.set("error", printer.error(why));
                    }
                });
    }

    private static void counts(ObjectNode json, CheckReport report) {
        ServerEstate server = report.server();
        ObjectNode entries = counted(json, "workloads", server.entries(), report.entries());
        entries.put("admin", report.admins());
        entries.put("inherits_admin", report.finding(EntryFindings::inheritsAdminCount));
        entries.put("shared", report.finding(EntryFindings::sharedCount));
        entries.put("orphaned", report.finding(EntryFindings::orphanedCount));
        ObjectNode nodes = counted(json, "nodes", server.nodes(), server.nodes().value().size());
        for (NodeState state : NodeState.values()) {
            nodes.put(state.name().toLowerCase(Locale.ROOT), report.nodes(state));
        }
        counted(
                json,
                "x509_authorities",
                server.authorities(),
                server.authorities().value().x509Authorities().size());
        counted(
                json,
                "jwt_authorities",
                server.authorities(),
                server.authorities().value().jwtAuthorities().size());
        counted(json, "federation", server.federation(), server.federation().value().size());
        counted(
                json,
                "federated_bundles",
                server.federatedBundles(),
                server.federatedBundles().value().size());
    }

    private static ObjectNode counted(ObjectNode json, String name, Reading<?> reading, int count) {
        ObjectNode counted = json.putObject(name);
        counted.put("state", reading.state().name().toLowerCase(Locale.ROOT));
        if (reading.isKnown()) {
            counted.put("count", count);
        }
        return counted;
    }

    private static ObjectNode availability(Availability availability, Printer printer) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        switch (availability) {
            case Availability.Available(var took) -> {
                json.put("available", true);
                json.put("took_ms", took.toMillis());
            }
            case Availability.Absent(var why) -> {
                json.put("available", false);
                json.set("error", printer.error(why));
            }
        }
        return json;
    }
}
