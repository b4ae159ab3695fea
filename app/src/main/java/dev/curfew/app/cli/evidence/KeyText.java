package dev.curfew.app.cli.evidence;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.store.SealKey;
import java.nio.file.Path;
import tools.jackson.databind.node.JsonNodeFactory;

/** The public half of a key, printed. */
final class KeyText {
    private KeyText() {}

    static void print(SealKey key, Path file, Printer printer) {
        if (printer.isJson()) {
            printer.json(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("file", file.toString())
                            .put("algorithm", "Ed25519")
                            .put("thumbprint", key.thumbprint())
                            .put("public_key", key.pem()));
        } else {
            printer.line(printer.text("evidence.thumbprint", key.thumbprint()));
            key.pem().lines().forEach(printer::line);
        }
    }
}
