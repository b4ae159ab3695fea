package dev.curfew.views.backends;

import dev.curfew.connect.BackendConnection.Key;
import dev.curfew.connect.BackendConnection.Tls;
import dev.curfew.connect.SecretRef;
import dev.curfew.policy.PolicyCapability;
import dev.curfew.policy.PolicyKind;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicyWarning;
import dev.curfew.text.Texts;
import dev.curfew.views.kit.Ui;

/** Policy backends in words. */
public final class BackendWords {
    private static final Texts SERVICES = Texts.ofServices();

    private BackendWords() {}

    public static String kind(PolicyKind kind, Ui ui) {
        return switch (kind) {
            case OPENFGA -> ui.text("backends.kind.openfga");
            case SPICEDB -> ui.text("backends.kind.spicedb");
            case CERBOS -> ui.text("backends.kind.cerbos");
            case EXT_AUTHZ -> ui.text("backends.kind.extauthz");
        };
    }

    public static String capability(PolicyCapability capability, Ui ui) {
        return switch (capability) {
            case LIST_RELATIONSHIPS -> ui.text("backends.can.list");
            case LIST_POLICIES -> ui.text("backends.can.policies");
            case MODEL -> ui.text("backends.can.model");
            case CHANGES -> ui.text("backends.can.changes");
            case CHECK -> ui.text("backends.can.check");
            case DECISIONS -> ui.text("backends.can.decisions");
            case EXPLAIN -> ui.text("backends.can.explain");
            case REACH_RESOURCES -> ui.text("backends.can.resources");
            case REACH_BY_RULE -> ui.text("backends.can.rule");
            case REACH_SUBJECTS -> ui.text("backends.can.subjects");
            case TIGHTEN -> ui.text("backends.can.tighten");
            case END -> ui.text("backends.can.end");
            case QUARANTINE -> ui.text("backends.can.quarantine");
        };
    }

    /** In the sentence that the command line uses, too. */
    public static String warning(PolicyWarning warning, PolicyProfile profile) {
        return SERVICES.get(warning.textKey(), profile.target().display());
    }

    /** Whether the way there is encrypted. */
    public static String way(PolicyProfile profile, Ui ui) {
        return switch (profile.tls()) {
            case Tls.Plaintext() ->
                    ui.text(
                            profile.connection().staysOnThisMachine()
                                    ? "backends.way.here"
                                    : "backends.way.plaintext");
            case Tls.ByName(var authorities, var own) -> {
                String trusted =
                        authorities
                                .map(file -> ui.text("backends.way.signedBy", file.toString()))
                                .orElseGet(() -> ui.text("backends.way.system"));
                yield own.map(files ->
                                ui.text("backends.way.mutual", trusted, files.chain().toString()))
                        .orElse(trusted);
            }
        };
    }

    /** What we show there, in a word or two. */
    public static String key(Key key, Ui ui) {
        return switch (key) {
            case Key.None() -> ui.text("backends.key.none");
            case Key.Bearer _ -> ui.text("backends.key.bearer");
            case Key.Basic _ -> ui.text("backends.key.basic");
        };
    }

    /** With where it is: a reference, never the secret. */
    public static String reference(Key key, Ui ui) {
        return switch (key) {
            case Key.None() -> ui.text("backends.key.none");
            case Key.Bearer(var secret) -> ui.text("backends.key.bearerFrom", from(secret, ui));
            case Key.Basic(var user, var password) ->
                    ui.text("backends.key.basicFrom", user, from(password, ui));
        };
    }

    private static String from(SecretRef secret, Ui ui) {
        return switch (secret) {
            case SecretRef.Prompt() -> ui.text("backends.from.ask");
            case SecretRef.EnvironmentVariable(var name) -> ui.text("backends.from.variable", name);
            case SecretRef.SecretFile(var file) -> ui.text("backends.from.file", file.toString());
        };
    }

    /** What caches can do to an ended grant. */
    public static String caches(PolicyKind kind, Ui ui) {
        return switch (kind) {
            case OPENFGA -> ui.text("backends.caches.openfga");
            case SPICEDB -> ui.text("backends.caches.spicedb");
            case CERBOS -> ui.text("backends.caches.cerbos");
            case EXT_AUTHZ -> ui.text("backends.caches.extauthz");
        };
    }

    /** Whose clock says that something has expired. */
    public static String clock(PolicyKind kind, Ui ui) {
        return ui.text(
                kind == PolicyKind.OPENFGA ? "backends.clock.caller" : "backends.clock.backend");
    }
}
