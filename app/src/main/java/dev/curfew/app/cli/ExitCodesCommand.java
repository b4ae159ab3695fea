package dev.curfew.app.cli;

import dev.curfew.app.cli.session.Exits;
import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Session;
import dev.curfew.app.cli.session.Table;
import dev.curfew.outcome.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "exit-codes",
        mixinStandardHelpOptions = true,
        description = "Lists the exit codes of all commands.")
final class ExitCodesCommand implements Callable<Integer> {
    private final Printer printer;

    ExitCodesCommand(Session session) {
        this.printer = session.printer();
    }

    private record ExitCode(int code, String name, String meaning) {}

    @Override
    public Integer call() {
        List<ExitCode> codes = new ArrayList<>();
        codes.add(new ExitCode(0, "DONE", printer.text("exit.DONE")));
        codes.add(new ExitCode(1, "PARTLY", printer.text("exit.PARTLY")));
        codes.add(new ExitCode(Exits.DENIED, "DENIED", printer.text("exit.DENIED")));
        codes.add(new ExitCode(Exits.FINDINGS, "FINDINGS", printer.text("exit.FINDINGS")));
        for (Reason reason : Reason.values()) {
            codes.add(
                    new ExitCode(
                            reason.exitCode(),
                            reason.name(),
                            printer.text("exit." + reason.name())));
        }
        codes.add(new ExitCode(130, "INTERRUPTED", printer.text("exit.INTERRUPTED")));
        if (printer.isJson()) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            ArrayNode array = json.putArray("exit_codes");
            codes.forEach(code ->
                    array.addObject()
                            .put("code", code.code())
                            .put("reason", code.name())
                            .put("meaning", code.meaning()));
            printer.json(json);
        } else {
            Table.aligned(
                    codes.stream()
                            .map(code ->
                                    List.of(
                                            String.valueOf(code.code()),
                                            code.name(),
                                            code.meaning()))
                            .toList(),
                    printer::line);
        }
        return 0;
    }
}
