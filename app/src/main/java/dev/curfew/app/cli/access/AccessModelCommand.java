package dev.curfew.app.cli.access;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Session;
import dev.curfew.app.cli.target.Backend;
import dev.curfew.app.cli.target.PolicyOptions;
import dev.curfew.app.cli.target.Words;
import dev.curfew.export.ModelJson;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.SafeText;
import dev.curfew.policy.PolicyModel;
import dev.curfew.policy.PolicyModel.Part;
import dev.curfew.policy.PolicyModel.Relation;
import dev.curfew.policy.PolicyModel.Type;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "model",
        mixinStandardHelpOptions = true,
        description = {
            "What a policy backend goes by: types and relations of OpenFGA and SpiceDB; of Cerbos its",
            "policies with their actions, and the roles, attributes, variables and constants that",
            "their conditions use."
        },
        footer = {
            "",
            "Example: curfew access model openfga:127.0.0.1:8081/agents",
            "Exit codes: 0 it was read, 76 it has none, or tells it only to an admin, others:",
            "curfew exit-codes"
        })
public final class AccessModelCommand implements Callable<Integer> {
    private final Session session;
    private final Printer printer;

    @Parameters(paramLabel = "TARGET", description = Words.POLICY_TARGET)
    private String target = "";

    @Option(
            names = "--source",
            description = "As the backend writes it, and nothing else; Cerbos tells no source.")
    private boolean source;

    @Mixin private PolicyOptions options = new PolicyOptions();

    public AccessModelCommand(Session session) {
        this.session = session;
        this.printer = session.printer();
    }

    @Override
    public Integer call() {
        return switch (Backend.with(target, options, session, backend -> backend.calls().model())) {
            case Failed<PolicyModel>(var failure) -> printer.failed(failure);
            case Ok<PolicyModel>(var model) -> {
                print(model);
                yield 0;
            }
        };
    }

    private void print(PolicyModel model) {
        if (printer.isJson()) {
            printer.json(ModelJson.write(model));
        } else if (source) {
            model.text().lines().forEach(line -> printer.line(SafeText.of(line)));
        } else {
            model.types().forEach(this::print);
            printer.say(printer.text("access.model", model.types().size()));
        }
    }

    private void print(Type type) {
        printer.line(SafeText.of(type.name()));
        type.relations().forEach(relation -> printer.line("  " + SafeText.of(told(relation))));
        type.parts().forEach(part -> printer.line("  " + SafeText.of(told(part))));
    }

    private static String told(Relation relation) {
        String direct = String.join(", ", relation.subjects());
        return List.of(relation.name(), direct.isEmpty() ? "" : "[" + direct + "]", relation.rule())
                .stream()
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String told(Part part) {
        String name = printer.serviceText("policy.part." + part.kind().name(), part.name());
        String value = part.value().isEmpty() ? name : name + " = " + part.value();
        return switch (part.origin()) {
            case OWN, UNKNOWN -> value;
            case IMPORTED -> printer.text("access.model.from", value, part.source());
            case UNDEFINED -> printer.text("access.model.undefined", value);
        };
    }
}
