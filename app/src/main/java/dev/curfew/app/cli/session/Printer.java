package dev.curfew.app.cli.session;

import dev.curfew.outcome.Failure;
import dev.curfew.text.Explanation;
import dev.curfew.text.Texts;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Data to standard output, everything said about it to standard error. One thread. */
public final class Printer {
    /** Whatever a server sent, it reaches the terminal as letters and escapes. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final PrintWriter out;
    private final PrintWriter err;
    private final BooleanSupplier json;
    private final Texts texts = Texts.load("dev.curfew.app.text.app", Locale.ROOT);
    private final Texts services = Texts.ofServices();

    public Printer(PrintWriter out, PrintWriter err, BooleanSupplier json) {
        this.out = out;
        this.err = err;
        this.json = json;
    }

    public boolean isJson() {
        return json.getAsBoolean();
    }

    /** A sentence of the command line. */
    public String text(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    /**
     * A sentence of the services, such as a warning or a term of a bound, unless the command line
     * has its own.
     */
    public String serviceText(String key, Object... arguments) {
        return texts.has(key) ? texts.get(key, arguments) : services.get(key, arguments);
    }

    public void line(String line) {
        out.println(line);
    }

    public void say(String line) {
        err.println(line);
    }

    public void json(JsonNode node) {
        out.println(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node));
    }

    /** Explains why nothing came of it, in the form that was asked for; gives the exit code. */
    public int failed(Failure failure) {
        if (isJson()) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.set("error", error(failure));
            json(json);
        } else {
            warn(failure);
        }
        return failure.reason().exitCode();
    }

    /** Explains something that ends nothing, or not all. */
    public void warn(Failure failure) {
        Explanation explanation = explain(failure);
        err.println(explanation.what());
        err.println("  " + explanation.why());
        err.println("  " + explanation.next());
    }

    public ObjectNode error(Failure failure) {
        Explanation explanation = explain(failure);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("reason", failure.reason().name());
        json.put("exit_code", failure.reason().exitCode());
        json.put("what", explanation.what());
        json.put("why", explanation.why());
        json.put("next", explanation.next());
        return json;
    }

    /** The sentences of all, with the next step of the command line where it has its own. */
    private Explanation explain(Failure failure) {
        Explanation common = Explanation.of(failure, services);
        String own = "failure." + failure.reason().name() + ".next";
        return texts.has(own)
                ? new Explanation(
                        common.what(),
                        common.why(),
                        texts.get(own, failure.subject(), failure.detail()))
                : common;
    }
}
