package dev.curfew.app.cli.target;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.outcome.SafeText;
import dev.curfew.query.Parsed;
import dev.curfew.query.Query;
import dev.curfew.query.QueryLanguage;
import java.util.function.ToIntFunction;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads a query, or shows where it is wrong. */
public final class Queries {
    private Queries() {}

    public static int with(
            QueryLanguage language, String text, Printer printer, ToIntFunction<Query> then) {
        return switch (language.parse(text)) {
            case Parsed.Good(var query) -> then.applyAsInt(query);
            case Parsed.Wrong wrong -> wrong(wrong, printer);
        };
    }

    private static int wrong(Parsed.Wrong wrong, Printer printer) {
        if (printer.isJson()) {
            ObjectNode error =
                    printer.error(wrong.asFailure())
                            .put("from", wrong.from())
                            .put("to", wrong.to());
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.set("error", error);
            printer.json(json);
            return wrong.asFailure().reason().exitCode();
        }
        int code = printer.failed(wrong.asFailure());
        String before = SafeText.of(wrong.text().substring(0, wrong.from()));
        String word = SafeText.of(wrong.text().substring(wrong.from(), wrong.to()));
        printer.say("");
        printer.say("  " + before + word + SafeText.of(wrong.text().substring(wrong.to())));
        printer.say("  " + " ".repeat(before.length()) + "^".repeat(Math.max(1, word.length())));
        return code;
    }
}
