package dev.curfew.views.connections;

import dev.curfew.connect.ClockSkew;
import dev.curfew.connect.Credentials;
import dev.curfew.connect.SecretRef;
import dev.curfew.views.kit.Ui;
import java.time.Duration;
import java.util.Locale;

/** Connections in words. */
final class ConnectionWords {
    private ConnectionWords() {}

    static String kind(ConnectionRow.Kind kind, Ui ui) {
        return switch (kind) {
            case SAVED -> ui.text("connections.saved");
            case LAB -> ui.text("connections.lab");
            case UNSAVED -> ui.text("connections.unsaved");
        };
    }

    static String credentials(Credentials credentials, Ui ui) {
        return switch (credentials) {
            case Credentials.LocalSocket _ -> ui.text("connections.kind.socket");
            case Credentials.WorkloadApi _ -> ui.text("connections.kind.workloadApi");
            case Credentials.PemFiles _ -> ui.text("connections.kind.pem");
            case Credentials.Pkcs12 _ -> ui.text("connections.kind.pkcs12");
        };
    }

    /** Where they are: references, never secrets. */
    static String reference(Credentials credentials, Ui ui) {
        return switch (credentials) {
            case Credentials.LocalSocket _ -> ui.text("connections.by.socket");
            case Credentials.WorkloadApi(var endpoint) -> endpoint;
            case Credentials.PemFiles(var certificates, _, _) -> certificates.toString();
            case Credentials.Pkcs12(var store, var passphrase, _) ->
                    ui.text(
                            "connections.by.keyStore",
                            store.toString(),
                            switch (passphrase) {
                                case SecretRef.Prompt _ -> ui.text("connections.by.ask");
                                case SecretRef.EnvironmentVariable(var name) ->
                                        ui.text("connections.by.variable", name);
                                case SecretRef.SecretFile(var path) ->
                                        ui.text("connections.by.file", path.toString());
                            });
        };
    }

    /** "between +0.1 s and +0.9 s ahead of ours". */
    static String skew(ClockSkew skew, Ui ui) {
        return ui.text("connections.skew", seconds(skew.low()), seconds(skew.high()));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%+.1f", duration.toMillis() / 1000.0);
    }
}
