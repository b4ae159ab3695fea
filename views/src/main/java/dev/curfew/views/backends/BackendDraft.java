package dev.curfew.views.backends;

import dev.curfew.connect.BackendConnection.Key;
import dev.curfew.connect.BackendConnection.Tls;
import dev.curfew.connect.SecretRef;
import dev.curfew.policy.PolicyKind;
import dev.curfew.policy.PolicyProfile;
import java.util.EnumMap;
import java.util.Map;

/**
 * A policy backend as it stands in the form: texts that may be wrong. Immutable.
 *
 * @param proof what we show there
 * @param admin what we show to Cerbos' admin API, where policies are changed
 */
public record BackendDraft(
        Map<Field, String> texts, PolicyKind kind, Way way, Proof proof, Proof admin) {
    /** What is typed. */
    public enum Field {
        NAME,
        ADDRESS,
        STORE,
        AUTHORITIES,
        OWN_CHAIN,
        OWN_KEY,
        USER,
        SECRET,
        ADMIN_USER,
        ADMIN_SECRET,
        MAPPING
    }

    /** Whether the way there is encrypted. */
    public enum Way {
        TLS,
        PLAINTEXT
    }

    /** What is shown as a proof of who we are. */
    public enum Shown {
        NOTHING,
        /** A preshared key or a token. */
        KEY,
        PASSWORD
    }

    /** Where the secret of it comes from. */
    public enum Source {
        ASK,
        ENVIRONMENT,
        FILE
    }

    /**
     * What is shown, and where its secret comes from; the source stays while nothing is shown, so
     * that a change of mind loses nothing.
     */
    public record Proof(Shown shown, Source source) {
        static final Proof NONE = new Proof(Shown.NOTHING, Source.ENVIRONMENT);

        public Proof with(Shown other) {
            return new Proof(other, source);
        }

        public Proof with(Source other) {
            return new Proof(shown, other);
        }

        boolean needsPlace() {
            return shown != Shown.NOTHING && source != Source.ASK;
        }
    }

    public BackendDraft {
        Map<Field, String> all = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            all.put(field, texts.getOrDefault(field, ""));
        }
        texts = all;
    }

    public static BackendDraft empty() {
        return new BackendDraft(Map.of(), PolicyKind.OPENFGA, Way.TLS, Proof.NONE, Proof.NONE);
    }

    public static BackendDraft of(PolicyProfile profile) {
        BackendDraft draft =
                empty().with(profile.target().kind())
                        .with(Field.NAME, profile.name())
                        .with(Field.ADDRESS, profile.target().address().display())
                        .with(Field.STORE, profile.target().store().orElse(""))
                        .with(Field.MAPPING, profile.mapping().map(Object::toString).orElse(""));
        return draft.with(profile.tls()).with(profile.key()).withAdmin(profile.adminKey());
    }

    private BackendDraft with(Tls tls) {
        return switch (tls) {
            case Tls.Plaintext() -> with(Way.PLAINTEXT);
            case Tls.ByName(var authorities, var own) ->
                    with(Way.TLS)
                            .with(Field.AUTHORITIES, authorities.map(Object::toString).orElse(""))
                            .with(
                                    Field.OWN_CHAIN,
                                    own.map(files -> files.chain().toString()).orElse(""))
                            .with(
                                    Field.OWN_KEY,
                                    own.map(files -> files.privateKey().toString()).orElse(""));
        };
    }

    private BackendDraft with(Key key) {
        return switch (key) {
            case Key.None() -> this;
            case Key.Bearer(var secret) ->
                    with(new Proof(Shown.KEY, source(secret))).with(Field.SECRET, place(secret));
            case Key.Basic(var user, var password) ->
                    with(new Proof(Shown.PASSWORD, source(password)))
                            .with(Field.USER, user)
                            .with(Field.SECRET, place(password));
        };
    }

    private BackendDraft withAdmin(Key key) {
        return kind == PolicyKind.CERBOS && key instanceof Key.Basic(var user, var password)
                ? withAdmin(new Proof(Shown.PASSWORD, source(password)))
                        .with(Field.ADMIN_USER, user)
                        .with(Field.ADMIN_SECRET, place(password))
                : this;
    }

    private static Source source(SecretRef secret) {
        return switch (secret) {
            case SecretRef.Prompt() -> Source.ASK;
            case SecretRef.EnvironmentVariable _ -> Source.ENVIRONMENT;
            case SecretRef.SecretFile _ -> Source.FILE;
        };
    }

    private static String place(SecretRef secret) {
        return switch (secret) {
            case SecretRef.Prompt() -> "";
            case SecretRef.EnvironmentVariable(var name) -> name;
            case SecretRef.SecretFile(var file) -> file.toString();
        };
    }

    public String text(Field field) {
        return texts.getOrDefault(field, "").strip();
    }

    public BackendDraft with(Field field, String text) {
        Map<Field, String> next = new EnumMap<>(texts);
        next.put(field, text);
        return new BackendDraft(next, kind, way, proof, admin);
    }

    public BackendDraft with(PolicyKind next) {
        return new BackendDraft(texts, next, way, proof, admin);
    }

    public BackendDraft with(Way next) {
        return new BackendDraft(texts, kind, next, proof, admin);
    }

    public BackendDraft with(Proof next) {
        return new BackendDraft(texts, kind, way, next, admin);
    }

    public BackendDraft withAdmin(Proof next) {
        return new BackendDraft(texts, kind, way, proof, next);
    }

    /** Only Cerbos has an API of its own for changes. */
    public boolean hasAdmin() {
        return kind == PolicyKind.CERBOS;
    }

    /** It keeps relationships, which a mapping reads. */
    public boolean isMapped() {
        return kind == PolicyKind.OPENFGA || kind == PolicyKind.SPICEDB;
    }

    /** Whether the field has a meaning with what is chosen. */
    public boolean needs(Field field) {
        return switch (field) {
            case NAME, ADDRESS -> true;
            case STORE -> kind == PolicyKind.OPENFGA;
            case AUTHORITIES, OWN_CHAIN, OWN_KEY -> way == Way.TLS;
            case USER -> proof.shown() == Shown.PASSWORD;
            case SECRET -> proof.needsPlace();
            case ADMIN_USER -> hasAdmin() && admin.shown() == Shown.PASSWORD;
            case ADMIN_SECRET -> hasAdmin() && admin.needsPlace();
            case MAPPING -> isMapped();
        };
    }
}
