package dev.curfew.app.cli.grants;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Session;
import dev.curfew.app.cli.target.AddedOption;
import dev.curfew.app.cli.target.Backend;
import dev.curfew.app.cli.target.MappingOption;
import dev.curfew.app.cli.target.PolicyOptions;
import dev.curfew.app.cli.target.ReadGrants;
import dev.curfew.app.cli.target.Words;
import dev.curfew.delegation.Chain;
import dev.curfew.delegation.Grant;
import dev.curfew.delegation.GrantGraph;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.outcome.SafeText;
import dev.curfew.policy.Relationship;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "One grant: its chain hop by hop, and what ends it.",
        footer = {
            "",
            "ID is what grants list shows as SOURCE, or the id in its JSON.",
            "Example: curfew grants explain openfga:127.0.0.1:8081 delegation:d2",
            "Exit codes: 0 found, 32 not there, 40 and 43 found and not all was read, others:",
            "curfew exit-codes"
        })
public final class GrantsExplainCommand implements Callable<Integer> {
    private final Session session;
    private final Printer printer;

    @Parameters(index = "0", paramLabel = "TARGET", description = Words.POLICY_TARGET)
    private String target = "";

    @Parameters(
            index = "1",
            paramLabel = "ID",
            description = "Of a grant, or the relationship or hop that it was read from.")
    private String id = "";

    @Mixin private AddedOption added = new AddedOption();
    @Mixin private MappingOption mapping = new MappingOption();
    @Mixin private PolicyOptions options = new PolicyOptions();

    public GrantsExplainCommand(Session session) {
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
            case Ok<ReadGrants>(var grants) -> explain(grants);
        };
    }

    private int explain(ReadGrants read) {
        List<Grant> meant =
                read.view().graph().grants().stream()
                        .filter(grant ->
                                grant.id().equals(id) || grant.source().reference().equals(id))
                        .toList();
        if (meant.isEmpty()) {
            // Where only a part was read it may well be there.
            return printer.failed(
                    read.incomplete()
                            .orElseGet(
                                    () -> new Failure(Reason.NOT_FOUND, id, read.view().system())));
        }
        if (printer.isJson()) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("complete", read.incomplete().isEmpty());
            ArrayNode grants = json.putArray("grants");
            meant.forEach(grant -> grants.add(json(grant, read)));
            read.incomplete().ifPresent(why -> json.set("error", printer.error(why)));
            printer.json(json);
        } else {
            meant.forEach(grant -> write(grant, read));
            read.incomplete().ifPresent(printer::warn);
        }
        return read.incomplete().map(why -> why.reason().exitCode()).orElse(0);
    }

    private void write(Grant grant, ReadGrants read) {
        GrantGraph graph = read.view().graph();
        GrantWords words = new GrantWords(graph, session.now(), printer);
        Chain chain = graph.chainOf(grant);
        printer.line(
                printer.text(
                        "grants.one",
                        SafeText.of(grant.source().reference()),
                        GrantWords.word(grant.kind()),
                        words.state(grant)));
        chain.missing()
                .ifPresent(above ->
                        printer.line("  " + printer.text("grants.missing", SafeText.of(above))));
        if (chain.loops()) {
            printer.line("  " + printer.text("grants.loops"));
        }
        int number = 1;
        for (Grant hop : chain.hops()) {
            printer.line(
                    "  "
                            + printer.text(
                                    "grants.hop",
                                    number++,
                                    SafeText.of(hop.from().display()),
                                    SafeText.of(hop.to().display()),
                                    SafeText.of(words.what(hop))));
            printer.line(
                    "     "
                            + printer.text(
                                    "grants.hopLife",
                                    SafeText.of(hop.source().reference()),
                                    words.state(hop),
                                    words.ends(hop)));
        }
        printer.line("  " + printer.text("grants.endedBy"));
        for (Relationship one : read.view().mapped().endedBy(grant)) {
            printer.line("    " + SafeText.of(one.display()));
        }
        grant.hop()
                .levers()
                .forEach(lever ->
                        printer.line(
                                "    " + printer.serviceText("delegation.lever." + lever.key())));
        if (grant.hop().lineage().endsWithParent() && grant.parent().isPresent()) {
            printer.line("  " + printer.text("grants.asksAbove"));
        }
        List<Grant> below = graph.below(grant.id());
        if (!below.isEmpty()) {
            printer.line("  " + printer.text("grants.below", below.size()));
        }
    }

    private ObjectNode json(Grant grant, ReadGrants read) {
        GrantGraph graph = read.view().graph();
        Chain chain = graph.chainOf(grant);
        GrantJson writer = new GrantJson(graph, session.now());
        ObjectNode json = writer.write(grant);
        ArrayNode hops = json.putArray("chain");
        chain.hops().forEach(hop -> hops.add(writer.write(hop)));
        chain.missing().ifPresent(above -> json.put("chain_missing", above));
        json.put("chain_loops", chain.loops());
        ArrayNode ended = json.putArray("ended_by");
        read.view().mapped().endedBy(grant).forEach(one -> ended.add(one.display()));
        ArrayNode levers = json.putArray("levers");
        grant.hop().levers().forEach(lever -> levers.add(GrantWords.word(lever)));
        json.put("grants_below", graph.below(grant.id()).size());
        return json;
    }
}
