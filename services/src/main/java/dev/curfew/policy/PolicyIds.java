package dev.curfew.policy;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import io.spiffe.exception.InvalidSpiffeIdException;
import io.spiffe.spiffeid.SpiffeId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How a kind of backend spells SPIFFE IDs. Reversible: what {@link #write} gives is read as the
 * same SPIFFE ID, and what is read is written as the same ID. Pure.
 */
public enum PolicyIds {
    /** As it is. */
    WHOLE(2048) {
        @Override
        String spell(SpiffeId id) {
            return id.toString();
        }

        @Override
        Optional<String> unspell(String id) {
            return id.startsWith(SCHEME) ? Optional.of(id) : Optional.empty();
        }
    },

    /** Without its scheme: OpenFGA takes no colon within an ID. */
    WITHOUT_SCHEME(200) {
        @Override
        String spell(SpiffeId id) {
            return id.toString().substring(SCHEME.length());
        }

        @Override
        Optional<String> unspell(String id) {
            return Optional.of(SCHEME + id);
        }
    },

    /** Without its scheme, and each dot as {@code =2E}: SpiceDB takes neither colons nor dots. */
    ESCAPED(1024) {
        @Override
        String spell(SpiffeId id) {
            return id.toString().substring(SCHEME.length()).replace(".", DOT);
        }

        @Override
        Optional<String> unspell(String id) {
            return id.indexOf('.') >= 0
                    ? Optional.empty()
                    : Optional.of(SCHEME + id.replace(DOT, "."));
        }
    };

    private static final String SCHEME = "spiffe://";
    private static final String DOT = "=2E";

    private final int longest;

    PolicyIds(int longest) {
        this.longest = longest;
    }

    public static PolicyIds of(PolicyKind kind) {
        return switch (kind) {
            case OPENFGA -> WITHOUT_SCHEME;
            case SPICEDB -> ESCAPED;
            case CERBOS, EXT_AUTHZ -> WHOLE;
        };
    }

    /** The backend's ID of a workload, or why it can have none. */
    public Outcome<String> write(SpiffeId id) {
        if (id.getPath().isEmpty()) {
            return Outcome.failed(
                    Reason.INVALID_SPIFFE_ID, id.toString(), "a workload's ID has a path");
        }
        String spelt = spell(id);
        return spelt.getBytes(StandardCharsets.UTF_8).length > longest
                ? Outcome.failed(
                        Reason.INVALID_SPIFFE_ID,
                        id.toString(),
                        "this kind of policy backend takes IDs of " + longest + " bytes at most")
                : Outcome.ok(spelt);
    }

    /** The workload that a backend's ID stands for; empty: it is none of ours. */
    public Optional<SpiffeId> read(String id) {
        return unspell(id)
                .flatMap(PolicyIds::parse)
                .filter(found -> !found.getPath().isEmpty() && spell(found).equals(id));
    }

    abstract String spell(SpiffeId id);

    abstract Optional<String> unspell(String id);

    private static Optional<SpiffeId> parse(String text) {
        try {
            return Optional.of(SpiffeId.parse(text));
        } catch (InvalidSpiffeIdException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
