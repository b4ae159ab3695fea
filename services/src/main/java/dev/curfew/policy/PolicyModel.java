package dev.curfew.policy;

import java.util.List;
import java.util.Optional;

/**
 * A backend's model or schema as it is, ours or not.
 *
 * @param id the backend's name of this version; may be empty
 * @param text in the backend's own language; empty: it tells its parts alone
 * @param types in the order of their names; of a backend that goes by policies and not by
 *     relationships each is a policy, and its relations are its actions
 */
public record PolicyModel(String id, String text, List<Type> types) {

    /**
     * @param parts what its rules use beside relations, in the order of kind and name
     */
    public record Type(String name, List<Relation> relations, List<Part> parts) {
        public Type {
            relations = List.copyOf(relations);
            parts = List.copyOf(parts);
        }

        public Type(String name, List<Relation> relations) {
            this(name, relations, List.of());
        }
    }

    /**
     * A name that rules use.
     *
     * @param value what it stands for, in the backend's own language; may be empty
     * @param source the policy that defines it; may be empty
     */
    public record Part(Kind kind, String name, String value, Origin origin, String source) {
        public enum Kind {
            DERIVED_ROLE,
            PRINCIPAL_ATTRIBUTE,
            RESOURCE_ATTRIBUTE,
            VARIABLE,
            CONSTANT
        }

        /** Where it is defined. */
        public enum Origin {
            /** Here. */
            OWN,
            /** In {@link Part#source()}, and used here. */
            IMPORTED,
            /** Nowhere: a rule that uses it comes to nothing. */
            UNDEFINED,
            /** Nobody says; what the question itself carries has none. */
            UNKNOWN
        }
    }

    /**
     * @param subjects who may stand in it directly, such as {@code agent:* with live_until}; empty:
     *     it is computed
     * @param rule how it comes about, in the backend's own language
     */
    public record Relation(String name, List<String> subjects, String rule) {
        public boolean isKept() {
            return !subjects.isEmpty();
        }
    }

    public Optional<Type> type(String name) {
        return types.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    public Optional<Relation> relation(String type, String name) {
        return type(type)
                .flatMap(found ->
                        found.relations().stream()
                                .filter(relation -> relation.name().equals(name))
                                .findFirst());
    }
}
