package dev.curfew.app.cli.containment;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Session;
import dev.curfew.app.cli.session.Table;
import dev.curfew.containment.approval.Approvers;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import dev.curfew.outcome.SafeText;
import dev.curfew.store.Preferences;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "approvers",
        mixinStandardHelpOptions = true,
        description = "Lists, adds and removes who may approve as a second operator.",
        footer = {
            "",
            "Example: curfew approvers --add THUMBPRINT --name olga",
            "curfew evidence key show gives a key's thumbprint. Exit codes: 0; 2 wrong words"
        })
public final class ApproversCommand implements Callable<Integer> {
    private static final Pattern THUMBPRINT = Pattern.compile("[0-9a-f]{64}");

    private final Session session;
    private final Printer printer;

    @Option(names = "--add", paramLabel = "THUMBPRINT", description = "Of the approver's key.")
    private @Nullable String add;

    @Option(names = "--name", paramLabel = "NAME", description = "Who it is; goes with --add.")
    private @Nullable String name;

    @Option(names = "--remove", paramLabel = "THUMBPRINT", description = "Approves no more.")
    private @Nullable String remove;

    public ApproversCommand(Session session) {
        this.session = session;
        this.printer = session.printer();
    }

    @Override
    public Integer call() {
        Preferences preferences = session.store().preferences();
        Approvers known = Approvers.of(preferences);
        if (add != null) {
            if (!THUMBPRINT.matcher(add).matches() || name == null || name.isBlank()) {
                return printer.failed(
                        new Failure(
                                Reason.INVALID_INPUT,
                                "--add " + add,
                                "it takes 64 lower-case hex digits, and --name"));
            }
            known.with(add, name.strip()).keep(preferences);
            printer.say(printer.text("approver.kept", SafeText.of(name), add));
        } else if (remove != null) {
            known.without(remove).keep(preferences);
            printer.say(printer.text("approver.removed", SafeText.of(remove)));
        }
        list(Approvers.of(preferences));
        return 0;
    }

    private void list(Approvers approvers) {
        if (printer.isJson()) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            ObjectNode all = json.putObject("approvers");
            approvers.names().forEach(all::put);
            printer.json(json);
        } else if (approvers.names().isEmpty()) {
            printer.line(printer.text("approver.none"));
        } else {
            Table.aligned(
                    approvers.names().entrySet().stream()
                            .map(one -> List.of(SafeText.of(one.getValue()), one.getKey()))
                            .toList(),
                    printer::line);
        }
    }
}
