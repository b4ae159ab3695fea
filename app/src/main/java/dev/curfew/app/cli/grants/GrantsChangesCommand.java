package dev.curfew.app.cli.grants;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Session;
import dev.curfew.app.cli.target.Backend;
import dev.curfew.app.cli.target.PolicyOptions;
import dev.curfew.app.cli.target.Words;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.outcome.SafeText;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.policy.PolicyChange;
import dev.curfew.text.Moments;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "changes",
        mixinStandardHelpOptions = true,
        description = {
            "What was written and deleted at a policy backend, the oldest first, one a line.",
            "OpenFGA keeps all that ever changed; SpiceDB tells what happens from now on, or from",
            "the place that an earlier call has named."
        },
        footer = {
            "",
            "Example: curfew grants changes openfga:127.0.0.1:8081/agents --follow",
            "With --json each change is an object of its own on a line, and so is the place at the",
            "end.",
            "Exit codes: 0 all was told, 44 ended with Ctrl-C, 76 it tells no changes, others:",
            "curfew exit-codes"
        })
public final class GrantsChangesCommand implements Callable<Integer> {
    private static final long BETWEEN_SECONDS = 2;

    private final Session session;
    private final Printer printer;

    @Parameters(paramLabel = "TARGET", description = Words.POLICY_TARGET)
    private String target = "";

    @Option(
            names = "--from",
            paramLabel = "PLACE",
            defaultValue = "",
            description = "Go on where an earlier call has ended.")
    private String from = "";

    @Option(names = "--follow", description = "Wait for more, until Ctrl-C.")
    private boolean follow;

    @Mixin private PolicyOptions options = new PolicyOptions();

    public GrantsChangesCommand(Session session) {
        this.session = session;
        this.printer = session.printer();
    }

    @Override
    public Integer call() {
        return switch (Backend.with(target, options, session, backend -> read(backend.calls()))) {
            case Failed<String>(var failure) -> printer.failed(failure);
            case Ok<String>(var place) -> ended(place);
        };
    }

    /** The place where the next call can go on. */
    private Outcome<String> read(PolicyBackend backend) {
        String place = from;
        while (true) {
            switch (backend.changes(place)) {
                case Failed<PolicyChange.Page>(var failure) -> {
                    return Outcome.failed(failure);
                }
                case Ok<PolicyChange.Page>(var page) -> {
                    page.changes().forEach(this::print);
                    boolean more = !page.changes().isEmpty() || !page.next().equals(place);
                    place = page.next();
                    if (!more && !follow) {
                        return Outcome.ok(place);
                    }
                    if (!more && !pause()) {
                        return Outcome.failed(
                                Reason.CANCELLED, backend.target().display(), "interrupted");
                    }
                }
            }
        }
    }

    private static boolean pause() {
        try {
            TimeUnit.SECONDS.sleep(BETWEEN_SECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void print(PolicyChange change) {
        String kind = change.kind().name().toLowerCase(Locale.ROOT);
        if (printer.isJson()) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("change", kind);
            json.put("relationship", change.relationship().display());
            change.relationship().notAfter().ifPresent(end -> json.put("ends", Moments.utc(end)));
            change.at().ifPresent(at -> json.put("at", Moments.utc(at)));
            change.actor().ifPresent(actor -> json.put("actor", actor));
            printer.line(json.toString());
            return;
        }
        printer.line(
                printer.text(
                        "grants.change." + change.kind().name(),
                        change.at().map(Moments::utc).orElseGet(() -> seen(session.now())),
                        SafeText.of(change.relationship().display()),
                        change.actor().map(SafeText::of).orElse("-")));
    }

    private String seen(Instant now) {
        return printer.text("grants.change.seen", Moments.utc(now));
    }

    private int ended(String place) {
        if (printer.isJson()) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("next", place);
            printer.line(json.toString());
        } else {
            printer.say(printer.text("grants.change.next", SafeText.of(place)));
        }
        return 0;
    }
}
