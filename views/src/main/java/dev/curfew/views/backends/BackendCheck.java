package dev.curfew.views.backends;

import dev.curfew.connect.BackendConnection;
import dev.curfew.connect.BackendConnection.Key;
import dev.curfew.connect.BackendConnection.OwnCertificate;
import dev.curfew.connect.BackendConnection.Tls;
import dev.curfew.connect.SecretRef;
import dev.curfew.connect.ServerAddress;
import dev.curfew.connect.Targets;
import dev.curfew.outcome.Outcome;
import dev.curfew.policy.PolicyKind;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicyTarget;
import dev.curfew.views.backends.BackendDraft.Field;
import dev.curfew.views.backends.BackendDraft.Proof;
import dev.curfew.views.backends.BackendDraft.Way;
import dev.curfew.views.kit.FieldProblem;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is wrong with a draft, field by field, or the policy backend that it makes. Pure: no file is
 * looked at and no host.
 */
public final class BackendCheck {
    /** As the command line wants it, which knows a saved backend by its name, too. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final BackendDraft draft;
    private final Map<Field, FieldProblem> problems = new EnumMap<>(Field.class);
    private final Optional<ServerAddress.Tcp> address;
    private final Optional<Path> mapping;
    private final Optional<PolicyProfile> profile;

    private BackendCheck(BackendDraft draft, Set<String> taken) {
        this.draft = draft;
        name(taken);
        address = address();
        Optional<String> store = store();
        Optional<Tls> tls = tls();
        Optional<Key> key = key(draft.proof(), Field.USER, Field.SECRET);
        Optional<Key> admin =
                draft.hasAdmin() ? key(draft.admin(), Field.ADMIN_USER, Field.ADMIN_SECRET) : key;
        mapping = draft.isMapped() ? file(Field.MAPPING) : Optional.empty();
        profile =
                problems.isEmpty()
                        ? address.flatMap(where ->
                                tls.flatMap(way ->
                                        key.flatMap(shown ->
                                                admin.map(change ->
                                                        new PolicyProfile(
                                                                draft.text(Field.NAME),
                                                                new PolicyTarget(
                                                                        draft.kind(), where, store),
                                                                way,
                                                                shown,
                                                                change,
                                                                mapping)))))
                        : Optional.empty();
    }

    /**
     * @param taken names that another connection has
     */
    public static BackendCheck of(BackendDraft draft, Set<String> taken) {
        return new BackendCheck(draft, taken);
    }

    public Optional<FieldProblem> problem(Field field) {
        return Optional.ofNullable(problems.get(field));
    }

    /** Empty while something is wrong. */
    public Optional<PolicyProfile> profile() {
        return profile;
    }

    /** The mapping that is named; empty: none, or it is no path. */
    public Optional<Path> mapping() {
        return mapping;
    }

    /** What is sent unencrypted leaves this machine, as far as the address says. */
    public boolean isExposed() {
        return draft.way() == Way.PLAINTEXT
                && address.filter(where ->
                                new BackendConnection(where, new Tls.Plaintext(), new Key.None())
                                        .staysOnThisMachine())
                        .isEmpty();
    }

    private void name(Set<String> taken) {
        String name = draft.text(Field.NAME);
        if (name.isEmpty()) {
            ours(Field.NAME, "connections.problem.noName");
        } else if (!NAME.matcher(name).matches()) {
            ours(Field.NAME, "backends.problem.name");
        } else if (taken.contains(name)) {
            ours(Field.NAME, "connections.problem.takenName");
        }
    }

    private Optional<ServerAddress.Tcp> address() {
        return switch (Targets.parse(draft.text(Field.ADDRESS))) {
            case Outcome.Ok<ServerAddress>(ServerAddress.Tcp tcp) -> Optional.of(tcp);
            case Outcome.Ok<ServerAddress> _ -> {
                ours(Field.ADDRESS, "backends.problem.noSocket");
                yield Optional.empty();
            }
            case Outcome.Failed<ServerAddress>(var why) -> {
                problems.put(Field.ADDRESS, new FieldProblem.Said(why));
                yield Optional.empty();
            }
        };
    }

    /** Judged as the command line does; the address beside it has its own field. */
    private Optional<String> store() {
        String store = draft.text(Field.STORE);
        if (!draft.needs(Field.STORE) || store.isEmpty()) {
            return Optional.empty();
        }
        return switch (PolicyTarget.parse(PolicyKind.OPENFGA.scheme() + ":localhost:1/" + store)) {
            case Outcome.Ok<PolicyTarget>(var target) -> target.store();
            case Outcome.Failed<PolicyTarget>(var why) -> {
                problems.put(Field.STORE, new FieldProblem.Said(why));
                yield Optional.empty();
            }
        };
    }

    private Optional<Tls> tls() {
        if (draft.way() == Way.PLAINTEXT) {
            return Optional.of(new Tls.Plaintext());
        }
        Optional<Path> authorities = file(Field.AUTHORITIES);
        Optional<Path> chain = file(Field.OWN_CHAIN);
        Optional<Path> key = file(Field.OWN_KEY);
        if (draft.text(Field.OWN_CHAIN).isEmpty() != draft.text(Field.OWN_KEY).isEmpty()) {
            ours(
                    draft.text(Field.OWN_CHAIN).isEmpty() ? Field.OWN_CHAIN : Field.OWN_KEY,
                    "backends.problem.both");
        }
        return Optional.of(
                new Tls.ByName(
                        authorities,
                        chain.flatMap(c -> key.map(secret -> new OwnCertificate(c, secret)))));
    }

    private Optional<Key> key(Proof proof, Field userField, Field secretField) {
        return switch (proof.shown()) {
            case NOTHING -> Optional.of(new Key.None());
            case KEY -> secret(proof, secretField).map(Key.Bearer::new);
            case PASSWORD -> {
                String user = draft.text(userField);
                if (user.isEmpty()) {
                    ours(userField, "backends.problem.noUser");
                } else if (user.indexOf(':') >= 0) {
                    ours(userField, "backends.problem.colon");
                }
                yield secret(proof, secretField).map(secret -> new Key.Basic(user, secret));
            }
        };
    }

    private Optional<SecretRef> secret(Proof proof, Field field) {
        return switch (proof.source()) {
            case ASK -> Optional.of(new SecretRef.Prompt());
            case ENVIRONMENT -> {
                if (VARIABLE.matcher(draft.text(field)).matches()) {
                    yield Optional.of(new SecretRef.EnvironmentVariable(draft.text(field)));
                }
                ours(field, "connections.problem.variable");
                yield Optional.empty();
            }
            case FILE -> {
                if (draft.text(field).isEmpty()) {
                    ours(field, "connections.problem.noFile");
                }
                yield file(field).map(SecretRef.SecretFile::new);
            }
        };
    }

    /** Empty where nothing is typed, and where it is no absolute path: that is a problem. */
    private Optional<Path> file(Field field) {
        String text = draft.text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path path = Path.of(text);
            if (path.isAbsolute()) {
                return Optional.of(path);
            }
            ours(field, "connections.problem.relative");
        } catch (InvalidPathException e) {
            ours(field, "connections.problem.path");
        }
        return Optional.empty();
    }

    private void ours(Field field, String key) {
        problems.put(field, new FieldProblem.Ours(key));
    }
}
