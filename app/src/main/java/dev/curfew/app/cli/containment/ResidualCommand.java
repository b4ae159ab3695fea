package dev.curfew.app.cli.containment;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Session;
import dev.curfew.app.cli.session.Stop;
import dev.curfew.containment.residual.Residual;
import dev.curfew.containment.residual.Residuals;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "residual",
        mixinStandardHelpOptions = true,
        description = "What containments left open, and until when.",
        footer = {
            "",
            "Exit codes: 0 printed, or over; 1 waited, and something without a bound is left;",
            "32 no containment of that id; 130 ended by Ctrl-C"
        })
public final class ResidualCommand implements Callable<Integer> {
    /** Of the newest so many. */
    private static final int LOOKED_AT = 200;

    private final Session session;
    private final Printer printer;

    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "Of one containment (default: of all that are open).")
    private Optional<String> id = Optional.empty();

    @Option(
            names = "--wait",
            description = {
                "Wait until the last of them is over, and look at the declared endpoints",
                "whenever something has run out that they may still present."
            })
    private boolean wait;

    public ResidualCommand(Session session) {
        this.session = session;
        this.printer = session.printer();
    }

    @Override
    public Integer call() {
        session.store();
        if (id.isPresent()
                && session.core().containmentHistory().find(id.get())
                        instanceof Failed<ContainmentState>(var failure)) {
            return printer.failed(failure);
        }
        List<Residual> open = residuals();
        if (wait && !awaitLast(open)) {
            return printer.failed(Failure.of(Reason.CANCELLED, "The waiting"));
        }
        List<Residual> left = wait ? residuals() : open;
        print(left);
        return wait && left.stream().anyMatch(Residual::isOpen) ? 1 : 0;
    }

    private List<Residual> residuals() {
        Instant now = session.now();
        return states().stream()
                .flatMap(state -> Residuals.of(state, now).stream())
                .filter(residual -> id.isPresent() || residual.isOpen())
                .toList();
    }

    private List<ContainmentState> states() {
        return id.map(one ->
                        session.core().containmentHistory().find(one)
                                        instanceof Ok<ContainmentState>(var state)
                                ? List.of(state)
                                : List.<ContainmentState>of())
                .orElseGet(() -> session.core().containmentHistory().newest(LOOKED_AT));
    }

    /** False: the operator ended it. */
    private boolean awaitLast(List<Residual> open) {
        Optional<Instant> end = Residuals.lastEnd(open);
        Thread here = Thread.currentThread();
        try (Stop.Watch _ = session.around().stop().whileRunning(here::interrupt)) {
            while (end.isPresent() && session.now().isBefore(end.get())) {
                Duration left = Duration.between(session.now(), end.get());
                printer.say(printer.text("residual.waiting", end.get(), left.toSeconds()));
                Thread.sleep(
                        left.compareTo(Duration.ofSeconds(10)) < 0 ? left : Duration.ofSeconds(10));
                look(open);
            }
            look(open);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** What is seen later than it should be stays open, whatever the time says. */
    private void look(List<Residual> open) {
        Set<String> concerned =
                open.stream().map(Residual::containmentId).collect(Collectors.toSet());
        states().stream()
                .filter(state -> concerned.contains(state.id()))
                .flatMap(state ->
                        session.core().endpointLooks().lookDue(state, session.now()).stream())
                .map(new StateText(printer)::sentence)
                .forEach(printer::say);
    }

    private void print(List<Residual> residuals) {
        if (printer.isJson()) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.set("residuals", StateJson.residuals(residuals));
            printer.json(json);
        } else if (residuals.isEmpty()) {
            printer.line(printer.text("residual.none"));
        } else {
            new StateText(printer).residuals(residuals, session.now());
        }
    }
}
