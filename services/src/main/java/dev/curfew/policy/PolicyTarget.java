package dev.curfew.policy;

import dev.curfew.connect.ServerAddress;
import dev.curfew.connect.Targets;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where a policy backend is, as users type it: {@code openfga:host:port}, {@code
 * openfga:host:port/store}, {@code spicedb:host:port}, {@code cerbos:host:port}, {@code
 * extauthz:host:port}.
 *
 * @param store ID or name of one of OpenFGA's stores; empty: the only one there is
 */
public record PolicyTarget(PolicyKind kind, ServerAddress.Tcp address, Optional<String> store) {
    private static final int LONGEST_STORE = 64;

    /** Whether a text means a policy backend, be it well written or not. Pure. */
    public static boolean isMeant(String text) {
        return kind(text.strip()).isPresent();
    }

    /** The target, or {@link Reason#INVALID_TARGET} with what is wrong. Pure; looks nothing up. */
    public static Outcome<PolicyTarget> parse(String text) {
        String target = text.strip();
        Optional<PolicyKind> kind = kind(target);
        if (kind.isEmpty()) {
            return invalid(
                    text, "a policy backend begins with openfga:, spicedb:, cerbos: or extauthz:");
        }
        String rest = target.substring(kind.get().scheme().length() + 1);
        int slash = rest.indexOf('/');
        if (slash >= 0 && kind.get() != PolicyKind.OPENFGA) {
            return invalid(text, "only OpenFGA has stores to name after the port");
        }
        Optional<String> store =
                slash < 0 ? Optional.empty() : Optional.of(rest.substring(slash + 1));
        if (store.isPresent() && !isStore(store.get())) {
            return invalid(
                    text,
                    "a store is named by 3 to 64 letters, digits, spaces or ./_-@, or its ID");
        }
        return switch (Targets.parse(slash < 0 ? rest : rest.substring(0, slash))) {
            case Outcome.Ok<ServerAddress>(ServerAddress.Tcp address) ->
                    Outcome.ok(new PolicyTarget(kind.get(), address, store));
            case Outcome.Ok<ServerAddress> _ ->
                    invalid(text, "a policy backend is reached by host and port");
            case Outcome.Failed<ServerAddress>(var failure) -> invalid(text, failure.detail());
        };
    }

    private static Optional<PolicyKind> kind(String target) {
        return Arrays.stream(PolicyKind.values())
                .filter(kind -> target.startsWith(kind.scheme() + ":"))
                .findFirst();
    }

    private static boolean isStore(String name) {
        return name.length() >= 3
                && name.length() <= LONGEST_STORE
                && name.chars()
                        .allMatch(c ->
                                c >= 'a' && c <= 'z'
                                        || c >= 'A' && c <= 'Z'
                                        || c >= '0' && c <= '9'
                                        || " ./_-@".indexOf(c) >= 0);
    }

    private static Outcome<PolicyTarget> invalid(String text, String detail) {
        return Outcome.failed(Reason.INVALID_TARGET, text, detail);
    }

    /** As it is typed; {@link #parse} reads it again. */
    public String display() {
        return kind.scheme() + ":" + address.display() + store.map(name -> "/" + name).orElse("");
    }
}
