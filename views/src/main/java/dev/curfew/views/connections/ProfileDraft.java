package dev.curfew.views.connections;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.Credentials;
import dev.curfew.connect.SecretRef;
import dev.curfew.connect.ServerTimings;
import dev.curfew.connect.TimingValue;
import dev.curfew.timing.LearnedTimings;
import io.spiffe.spiffeid.TrustDomain;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A connection as it stands in the form: texts that may be wrong. Immutable.
 *
 * @param confirmed the timings are the server's own, not SPIRE's defaults
 * @param known the timings as they were before they were edited, with where they come from
 */
public record ProfileDraft(
        Map<Field, String> texts,
        Kind kind,
        Passphrase passphrase,
        boolean confirmed,
        ServerTimings known) {
    /** What is typed. */
    public enum Field {
        NAME,
        ADDRESS,
        ENDPOINT,
        CERTIFICATES,
        PRIVATE_KEY,
        KEY_STORE,
        PASSPHRASE,
        BUNDLE,
        TRUST_DOMAIN,
        X509_TTL,
        JWT_TTL,
        CACHE_RELOAD,
        AGENT_SYNC,
        NODE_STALENESS,
        REFRESH_HINT,
        CA_TTL
    }

    /** How Curfew shows who it is. */
    public enum Kind {
        /** Whoever may open the socket is admin. */
        SOCKET,
        WORKLOAD_API,
        PEM,
        PKCS12
    }

    /** Where a key store's passphrase comes from. */
    public enum Passphrase {
        ASK,
        ENVIRONMENT,
        FILE
    }

    public ProfileDraft {
        Map<Field, String> all = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            all.put(field, texts.getOrDefault(field, ""));
        }
        texts = all;
    }

    public static ProfileDraft empty() {
        return new ProfileDraft(
                        Map.of(), Kind.SOCKET, Passphrase.ASK, false, ServerTimings.SPIRE_DEFAULTS)
                .with(ServerTimings.SPIRE_DEFAULTS);
    }

    public static ProfileDraft of(ConnectionProfile profile) {
        ProfileDraft draft =
                empty().with(Field.NAME, profile.name())
                        .with(Field.ADDRESS, profile.address().display())
                        .with(
                                Field.TRUST_DOMAIN,
                                profile.trustDomain().map(TrustDomain::getName).orElse(""));
        return credentials(draft.with(profile.timings()), profile.credentials());
    }

    private static ProfileDraft credentials(ProfileDraft draft, Credentials credentials) {
        return switch (credentials) {
            case Credentials.LocalSocket _ -> draft.with(Kind.SOCKET);
            case Credentials.WorkloadApi(var endpoint) ->
                    draft.with(Kind.WORKLOAD_API).with(Field.ENDPOINT, endpoint);
            case Credentials.PemFiles(var certificates, var key, var bundle) ->
                    draft.with(Kind.PEM)
                            .with(Field.CERTIFICATES, certificates.toString())
                            .with(Field.PRIVATE_KEY, key.toString())
                            .with(Field.BUNDLE, bundle.toString());
            case Credentials.Pkcs12(var store, var passphrase, var bundle) ->
                    passphrase(draft.with(Kind.PKCS12), passphrase)
                            .with(Field.KEY_STORE, store.toString())
                            .with(Field.BUNDLE, bundle.toString());
        };
    }

    private static ProfileDraft passphrase(ProfileDraft draft, SecretRef reference) {
        return switch (reference) {
            case SecretRef.Prompt _ -> draft.with(Passphrase.ASK);
            case SecretRef.EnvironmentVariable(var name) ->
                    draft.with(Passphrase.ENVIRONMENT).with(Field.PASSPHRASE, name);
            case SecretRef.SecretFile(var path) ->
                    draft.with(Passphrase.FILE).with(Field.PASSPHRASE, path.toString());
        };
    }

    public String text(Field field) {
        return texts.getOrDefault(field, "").strip();
    }

    public ProfileDraft with(Field field, String text) {
        Map<Field, String> next = new EnumMap<>(texts);
        next.put(field, text);
        return new ProfileDraft(next, kind, passphrase, confirmed, known);
    }

    public ProfileDraft with(Kind next) {
        return new ProfileDraft(texts, next, passphrase, confirmed, known);
    }

    public ProfileDraft with(Passphrase next) {
        return new ProfileDraft(texts, kind, next, confirmed, known);
    }

    public ProfileDraft confirmed(boolean now) {
        return new ProfileDraft(texts, kind, passphrase, now, known);
    }

    /** With these timings in their fields. */
    public ProfileDraft with(ServerTimings timings) {
        Map<Field, String> next = new EnumMap<>(texts);
        for (Field field : DraftTimings.fields()) {
            DraftTimings.timing(field)
                    .map(timing -> DraftTimings.written(timings.of(timing).value()))
                    .ifPresent(text -> next.put(field, text));
        }
        return new ProfileDraft(next, kind, passphrase, DraftTimings.confirmed(timings), timings);
    }

    /** With what was learned in its fields; the others stay as they were typed. */
    public ProfileDraft with(LearnedTimings learned) {
        ServerTimings next = learned.over(known);
        ProfileDraft changed = new ProfileDraft(texts, kind, passphrase, confirmed, next);
        for (Field field : DraftTimings.fields()) {
            Optional<TimingValue> value =
                    DraftTimings.timing(field)
                            .flatMap(timing -> Optional.ofNullable(learned.values().get(timing)));
            if (value.isPresent()) {
                changed = changed.with(field, DraftTimings.written(value.get().value()));
            }
        }
        return changed;
    }

    /** Whether the field has a meaning with these credentials. */
    public boolean needs(Field field) {
        return switch (field) {
            case NAME,
                    ADDRESS,
                    TRUST_DOMAIN,
                    X509_TTL,
                    JWT_TTL,
                    CACHE_RELOAD,
                    AGENT_SYNC,
                    NODE_STALENESS,
                    REFRESH_HINT,
                    CA_TTL ->
                    true;
            case ENDPOINT -> kind == Kind.WORKLOAD_API;
            case CERTIFICATES, PRIVATE_KEY -> kind == Kind.PEM;
            case KEY_STORE -> kind == Kind.PKCS12;
            case PASSPHRASE -> kind == Kind.PKCS12 && passphrase != Passphrase.ASK;
            case BUNDLE -> kind == Kind.PEM || kind == Kind.PKCS12;
        };
    }
}
