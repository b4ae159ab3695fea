package dev.curfew.app.cli.probe;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Session;
import dev.curfew.app.cli.target.Reader;
import dev.curfew.app.cli.target.TargetOptions;
import dev.curfew.app.cli.target.Words;
import dev.curfew.containment.sighting.SightingJson;
import dev.curfew.estate.ServerEstate;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.outcome.SafeText;
import dev.curfew.probe.Endpoint;
import dev.curfew.probe.Presented;
import dev.curfew.probe.PresentedChain;
import dev.curfew.probe.PresentedCheck;
import dev.curfew.text.Moments;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "probe",
        mixinStandardHelpOptions = true,
        description = "Looks which certificate a workload's endpoint presents now.",
        footer = {
            "",
            "The handshake is refused when the certificate has been seen, whatever it is; nothing",
            "is sent. With --connection it is checked against that server's bundle.",
            "Example: curfew probe planner.acme.test:8443 --connection prod",
            "Exit codes: 0 seen, 65 not reached, 66 silent, 67 no TLS, 68 no SPIFFE ID,",
            "others: curfew exit-codes"
        })
public final class ProbeCommand implements Callable<Integer> {
    private final Session session;
    private final Printer printer;

    @Parameters(paramLabel = "HOST:PORT", description = "The endpoint; IPv6 as [::1]:8443.")
    private String endpoint = "";

    @Option(names = "--connection", paramLabel = "TARGET", description = Words.TARGET)
    private @Nullable String connection;

    @Mixin private TargetOptions options = new TargetOptions();

    public ProbeCommand(Session session) {
        this.session = session;
        this.printer = session.printer();
    }

    @Override
    public Integer call() {
        return switch (Endpoint.parse(endpoint)) {
            case Failed<Endpoint>(var failure) -> printer.failed(failure);
            case Ok<Endpoint>(var at) -> connected(at);
        };
    }

    private int connected(Endpoint at) {
        String target = connection;
        if (target == null) {
            return options.isEmpty()
                    ? probe(at)
                    : printer.failed(
                            new Failure(
                                    Reason.INVALID_INPUT,
                                    "curfew probe",
                                    "how to reach a server goes with --connection alone"));
        }
        return switch (Reader.read(target, options, session)) {
            case Failed<ServerEstate>(var failure) -> printer.failed(failure);
            case Ok<ServerEstate> _ -> probe(at);
        };
    }

    private int probe(Endpoint at) {
        Outcome<Presented> looked =
                session.core()
                        .probe()
                        .look(at)
                        .map((PresentedChain chain) ->
                                PresentedCheck.of(chain, session.core().estates().estate()));
        return switch (looked) {
            case Failed<Presented>(var failure) -> printer.failed(failure);
            case Ok<Presented>(var seen) -> {
                if (printer.isJson()) {
                    ObjectNode json = SightingJson.write(seen);
                    json.put("endpoint", seen.endpoint().toString());
                    printer.json(json);
                } else {
                    write(seen);
                }
                yield 0;
            }
        };
    }

    private void write(Presented seen) {
        printer.line(printer.text("probe.identity", SafeText.of(seen.id().toString())));
        printer.line(printer.text("probe.serial", seen.serial()));
        printer.line(
                printer.text(
                        "probe.valid",
                        Moments.utc(seen.notBefore()),
                        Moments.both(seen.notAfter(), session.now())));
        printer.line(signer(seen));
        printer.line(
                printer.text(
                        "probe.peer", printer.serviceText("peer." + seen.acceptance().name())));
        seen.bundleReadAt()
                .ifPresent(read -> printer.line(printer.text("probe.bundle", Moments.utc(read))));
        printer.line(printer.text("probe.refused"));
    }

    private String signer(Presented seen) {
        String standing = printer.serviceText("signer." + seen.standing().name());
        if (seen.authorityId().isEmpty()) {
            return printer.text("probe.noSigner");
        }
        return seen.tainted()
                ? printer.text("probe.signerTainted", seen.authorityId().get(), standing)
                : printer.text("probe.signer", seen.authorityId().get(), standing);
    }
}
