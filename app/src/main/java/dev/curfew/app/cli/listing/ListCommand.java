package dev.curfew.app.cli.listing;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Session;
import dev.curfew.app.cli.session.Table;
import dev.curfew.app.cli.target.Queries;
import dev.curfew.app.cli.target.Reader;
import dev.curfew.app.cli.target.TargetOptions;
import dev.curfew.app.cli.target.Words;
import dev.curfew.estate.ServerEstate;
import dev.curfew.export.Column;
import dev.curfew.export.Csv;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.query.Query;
import dev.curfew.text.Moments;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists workloads, nodes (SPIRE agents), authorities or federation.",
        footer = {
            "",
            "Example: curfew list prod workloads --where 'ttl>1h admin:true' --columns id,ttl,parent",
            "Exit codes: 0 all was read, 2 a wrong query or option, 4 unknown connection,",
            "40 lost while reading (the rows so far are printed), 43 some rows make no sense,",
            "others: curfew exit-codes"
        })
public final class ListCommand implements Callable<Integer> {
    private final Session session;
    private final Printer printer;

    @Parameters(index = "0", paramLabel = "TARGET", description = Words.TARGET)
    private String target = "";

    @Parameters(index = "1", paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}")
    private Listing.Kind kind = Listing.Kind.workloads;

    @Option(names = "--where", paramLabel = "QUERY", description = Words.WHERE)
    private String where = "";

    @Option(
            names = "--columns",
            paramLabel = "NAME",
            split = ",",
            description = "Which columns, in this order (a wrong name lists them all).")
    private List<String> columns = List.of();

    @Option(
            names = "--csv",
            description =
                    "Write CSV: all columns unless chosen, times and TTLs as programs read them.")
    private boolean csv;

    @Mixin private TargetOptions options = new TargetOptions();

    public ListCommand(Session session) {
        this.session = session;
        this.printer = session.printer();
    }

    @Override
    public Integer call() {
        return switch (Reader.read(target, options, session)) {
            case Failed<ServerEstate>(var failure) -> printer.failed(failure);
            case Ok<ServerEstate>(var server) ->
                    list(Listing.of(kind, server, session.now()), server);
        };
    }

    private <R> int list(Listing<R> listing, ServerEstate server) {
        Optional<Failure> incomplete = Reader.incomplete(listing.reading(), server);
        if (incomplete.isPresent() && !listing.reading().isKnown()) {
            return printer.failed(incomplete.get());
        }
        Optional<Failure> problem = incomplete.or(() -> unreadable(listing));
        return switch (chosen(listing)) {
            case Failed<List<Column<R>>>(var failure) -> printer.failed(failure);
            case Ok<List<Column<R>>>(var shown) ->
                    Queries.with(
                            listing.language(),
                            where,
                            printer,
                            query -> print(listing, server, shown, query, problem));
        };
    }

    private <R> int print(
            Listing<R> listing,
            ServerEstate server,
            List<Column<R>> shown,
            Query query,
            Optional<Failure> problem) {
        List<R> rows =
                Arrays.stream(query.filter(listing.rows().size()))
                        .mapToObj(listing.rows()::get)
                        .toList();
        if (printer.isJson()) {
            printer.json(json(listing, server, rows, problem));
        } else if (csv) {
            Csv.write(shown, rows, printer::line);
        } else {
            Table.write(shown, rows, printer::line);
            printer.say(
                    printer.text(
                            "list.count",
                            rows.size(),
                            listing.rows().size(),
                            printer.text("kind." + listing.kind()),
                            server.name()));
        }
        if (!printer.isJson()) {
            problem.ifPresent(printer::warn);
        }
        return problem.map(why -> why.reason().exitCode()).orElse(0);
    }

    private <R> ObjectNode json(
            Listing<R> listing, ServerEstate server, List<R> rows, Optional<Failure> problem) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("connection", server.name());
        server.trustDomain().ifPresent(td -> json.put("trust_domain", td.getName()));
        json.put("kind", listing.kind());
        listing.reading().readAt().ifPresent(at -> json.put("read_at", Moments.utc(at)));
        json.put("complete", problem.isEmpty());
        json.put("total", listing.rows().size());
        ArrayNode array = json.putArray("rows");
        rows.forEach(row -> array.add(listing.json().apply(row)));
        problem.ifPresent(why -> json.set("error", printer.error(why)));
        return json;
    }

    private <R> Outcome<List<Column<R>>> chosen(Listing<R> listing) {
        List<String> names =
                !columns.isEmpty()
                        ? columns
                        : csv
                                ? listing.columns().stream().map(Column::name).toList()
                                : listing.shown();
        for (String name : names) {
            if (listing.columns().stream().noneMatch(column -> column.name().equals(name))) {
                return Outcome.failed(
                        Reason.INVALID_INPUT,
                        "--columns " + name,
                        "the columns are "
                                + String.join(
                                        ", ",
                                        listing.columns().stream().map(Column::name).toList()));
            }
        }
        return Outcome.ok(
                names.stream()
                        .flatMap(name ->
                                listing.columns().stream()
                                        .filter(column -> column.name().equals(name)))
                        .toList());
    }

    private static Optional<Failure> unreadable(Listing<?> listing) {
        return listing.unreadable() == 0
                ? Optional.empty()
                : Optional.of(
                        new Failure(
                                Reason.UNREADABLE_ROWS,
                                "the list of " + listing.kind(),
                                listing.unreadable() + " make no sense"));
    }
}
