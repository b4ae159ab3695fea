package dev.curfew.views.connections;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.Credentials;
import dev.curfew.connect.SecretRef;
import dev.curfew.connect.ServerAddress;
import dev.curfew.connect.ServerTimings;
import dev.curfew.connect.Targets;
import dev.curfew.connect.Timing;
import dev.curfew.connect.TimingValue;
import dev.curfew.identity.SpiffeIds;
import dev.curfew.outcome.Outcome;
import dev.curfew.text.Durations;
import dev.curfew.text.Durations.Zero;
import dev.curfew.views.connections.ProfileDraft.Field;
import dev.curfew.views.connections.ProfileDraft.Kind;
import dev.curfew.views.kit.FieldProblem;
import io.spiffe.spiffeid.TrustDomain;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is wrong with a draft, field by field, or the connection that it makes. Pure: no file is
 * looked at; that is what a test is for.
 */
public final class DraftCheck {
    private static final int LONGEST_NAME = 60;
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final ProfileDraft draft;
    private final Instant now;
    private final Map<Timing, TimingValue> timings = new EnumMap<>(Timing.class);
    private final Map<Field, FieldProblem> problems = new EnumMap<>(Field.class);
    private final Optional<ConnectionProfile> profile;

    private DraftCheck(ProfileDraft draft, Set<String> taken, Instant now) {
        this.draft = draft;
        this.now = now;
        name(taken);
        Optional<ServerAddress> address = said(Field.ADDRESS, Targets.parse(text(Field.ADDRESS)));
        Optional<Credentials> credentials = credentials(address);
        Optional<TrustDomain> domain =
                text(Field.TRUST_DOMAIN).isEmpty()
                        ? Optional.empty()
                        : said(
                                Field.TRUST_DOMAIN,
                                SpiffeIds.parseTrustDomain(text(Field.TRUST_DOMAIN)));
        DraftTimings.fields().forEach(this::timing);
        profile =
                problems.isEmpty() && address.isPresent() && credentials.isPresent()
                        ? Optional.of(
                                new ConnectionProfile(
                                        text(Field.NAME),
                                        address.get(),
                                        credentials.get(),
                                        domain,
                                        new ServerTimings(timings)))
                        : Optional.empty();
    }

    /**
     * @param taken names that another connection has
     * @param now since when what is typed is declared
     */
    public static DraftCheck of(ProfileDraft draft, Set<String> taken, Instant now) {
        return new DraftCheck(draft, taken, now);
    }

    /** A timing with where it comes from; empty while its field can not be read. */
    public Optional<TimingValue> timingIn(Field field) {
        return DraftTimings.timing(field).flatMap(t -> Optional.ofNullable(timings.get(t)));
    }

    public Optional<FieldProblem> problem(Field field) {
        return Optional.ofNullable(problems.get(field));
    }

    /** Empty while something is wrong. */
    public Optional<ConnectionProfile> profile() {
        return profile;
    }

    private String text(Field field) {
        return draft.text(field);
    }

    private void name(Set<String> taken) {
        String name = text(Field.NAME);
        if (name.isEmpty()) {
            ours(Field.NAME, "connections.problem.noName");
        } else if (name.length() > LONGEST_NAME) {
            ours(Field.NAME, "connections.problem.longName");
        } else if (name.chars().anyMatch(DraftCheck::isHidden)) {
            ours(Field.NAME, "connections.problem.hiddenName");
        } else if (taken.contains(name)) {
            ours(Field.NAME, "connections.problem.takenName");
        }
    }

    private static boolean isHidden(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
    }

    private Optional<Credentials> credentials(Optional<ServerAddress> address) {
        boolean tcp = address.filter(ServerAddress.Tcp.class::isInstance).isPresent();
        boolean socket = address.filter(ServerAddress.UnixSocket.class::isInstance).isPresent();
        if (tcp && draft.kind() == Kind.SOCKET) {
            ours(Field.ADDRESS, "connections.problem.tcpNeedsSvid");
            return Optional.empty();
        }
        if (socket && draft.kind() != Kind.SOCKET) {
            ours(Field.ADDRESS, "connections.problem.socketNeedsNone");
            return Optional.empty();
        }
        return switch (draft.kind()) {
            case SOCKET -> Optional.of(new Credentials.LocalSocket());
            case WORKLOAD_API -> endpoint().map(Credentials.WorkloadApi::new);
            case PEM -> pem();
            case PKCS12 -> pkcs12();
        };
    }

    private Optional<String> endpoint() {
        String text = text(Field.ENDPOINT);
        if (text.startsWith("unix:/") || text.startsWith("tcp://")) {
            return Optional.of(text);
        }
        ours(Field.ENDPOINT, "connections.problem.endpoint");
        return Optional.empty();
    }

    private Optional<Credentials> pem() {
        Optional<Path> certificates = path(Field.CERTIFICATES);
        Optional<Path> key = path(Field.PRIVATE_KEY);
        Optional<Path> bundle = path(Field.BUNDLE);
        return certificates.isPresent() && key.isPresent() && bundle.isPresent()
                ? Optional.of(new Credentials.PemFiles(certificates.get(), key.get(), bundle.get()))
                : Optional.empty();
    }

    private Optional<Credentials> pkcs12() {
        Optional<Path> store = path(Field.KEY_STORE);
        Optional<SecretRef> passphrase = passphrase();
        Optional<Path> bundle = path(Field.BUNDLE);
        return store.isPresent() && passphrase.isPresent() && bundle.isPresent()
                ? Optional.of(new Credentials.Pkcs12(store.get(), passphrase.get(), bundle.get()))
                : Optional.empty();
    }

    private Optional<SecretRef> passphrase() {
        return switch (draft.passphrase()) {
            case ASK -> Optional.of(new SecretRef.Prompt());
            case FILE -> path(Field.PASSPHRASE).map(SecretRef.SecretFile::new);
            case ENVIRONMENT -> {
                if (VARIABLE.matcher(text(Field.PASSPHRASE)).matches()) {
                    yield Optional.of(new SecretRef.EnvironmentVariable(text(Field.PASSPHRASE)));
                }
                ours(Field.PASSPHRASE, "connections.problem.variable");
                yield Optional.empty();
            }
        };
    }

    private Optional<Path> path(Field field) {
        String text = text(field);
        if (text.isEmpty()) {
            ours(field, "connections.problem.noFile");
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

    private void timing(Field field) {
        DraftTimings.timing(field)
                .ifPresent(timing -> {
                    Zero zero = timing.mayBeZero() ? Zero.ALLOWED : Zero.REFUSED;
                    said(field, Durations.parse(text(field), zero))
                            .ifPresent(typed ->
                                    timings.put(
                                            timing, DraftTimings.value(draft, field, typed, now)));
                });
    }

    private <T> Optional<T> said(Field field, Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Ok<T>(var value) -> Optional.of(value);
            case Outcome.Failed<T>(var failure) -> {
                problems.put(field, new FieldProblem.Said(failure));
                yield Optional.empty();
            }
        };
    }

    private void ours(Field field, String key) {
        problems.put(field, new FieldProblem.Ours(key));
    }
}
