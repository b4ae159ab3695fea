package dev.curfew.app.cli.grants;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Session;
import dev.curfew.app.cli.session.Table;
import dev.curfew.app.cli.target.AddedOption;
import dev.curfew.app.cli.target.Backend;
import dev.curfew.app.cli.target.MappingOption;
import dev.curfew.app.cli.target.PolicyOptions;
import dev.curfew.app.cli.target.ReadGrants;
import dev.curfew.app.cli.target.Warnings;
import dev.curfew.app.cli.target.Words;
import dev.curfew.delegation.Grant;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.SafeText;
import dev.curfew.text.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the grants that a policy backend's relationships say.",
        footer = {
            "",
            "Example: curfew grants list openfga:127.0.0.1:8081/agents",
            "Exit codes: 0 all was read, 2 wrong words, 38 too many, 40 lost while reading and 43",
            "rows that make no sense (what was read is printed), 76 it lists none, others:",
            "curfew exit-codes"
        })
public final class GrantsListCommand implements Callable<Integer> {
    private final Session session;
    private final Printer printer;

    @Parameters(paramLabel = "TARGET", description = Words.POLICY_TARGET)
    private String target = "";

    @Mixin private AddedOption added = new AddedOption();
    @Mixin private MappingOption mapping = new MappingOption();
    @Mixin private PolicyOptions options = new PolicyOptions();

    public GrantsListCommand(Session session) {
        this.session = session;
        this.printer = session.printer();
    }

    @Override
    public Integer call() {
        Outcome<ReadGrants> read =
                mapping.read()
                        .then(named ->
                                Backend.with(
                                        target,
                                        options,
                                        session,
                                        backend -> ReadGrants.of(backend, named, session)))
                        .then(found -> added.read(session).map(found::and));
        return switch (read) {
            case Failed<ReadGrants>(var failure) -> printer.failed(failure);
            case Ok<ReadGrants>(var grants) -> print(grants);
        };
    }

    private int print(ReadGrants read) {
        if (printer.isJson()) {
            printer.json(json(read));
        } else {
            table(read);
            read.incomplete().ifPresent(printer::warn);
        }
        return read.incomplete().map(why -> why.reason().exitCode()).orElse(0);
    }

    private void table(ReadGrants read) {
        GrantWords words = new GrantWords(read.view().graph(), session.now(), printer);
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("FROM", "TO", "KIND", "WHAT", "TASK", "ENDS", "STATE", "SOURCE"));
        for (Grant grant : read.view().graph().grants()) {
            lines.add(
                    List.of(
                            SafeText.of(grant.from().display()),
                            SafeText.of(grant.to().display()),
                            GrantWords.word(grant.kind()),
                            SafeText.of(words.what(grant)),
                            SafeText.of(words.task(grant)),
                            words.ends(grant),
                            words.state(grant),
                            SafeText.of(grant.source().reference())));
        }
        Table.aligned(lines, printer::line);
        printer.say(
                printer.text(
                        "grants.count",
                        read.view().graph().grants().size(),
                        read.view().relationships().size(),
                        read.profile().name()));
        SortedSet<String> unmapped = read.view().mapped().unmappedRelations();
        if (!unmapped.isEmpty()) {
            printer.say(printer.text("grants.unmapped", SafeText.of(String.join(", ", unmapped))));
        }
    }

    private ObjectNode json(ReadGrants read) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("connection", read.profile().name());
        json.put("target", read.profile().target().display());
        json.set("warnings", Warnings.json(read.profile(), read.warnings(), printer));
        json.put("read_at", Moments.utc(read.readAt()));
        json.put("complete", read.incomplete().isEmpty());
        json.put("relationships", read.view().relationships().size());
        ArrayNode unmapped = json.putArray("unmapped");
        read.view().mapped().unmappedRelations().forEach(unmapped::add);
        ArrayNode grants = json.putArray("grants");
        GrantJson writer = new GrantJson(read.view().graph(), session.now());
        read.view().graph().grants().forEach(grant -> grants.add(writer.write(grant)));
        read.incomplete().ifPresent(why -> json.set("error", printer.error(why)));
        return json;
    }
}
