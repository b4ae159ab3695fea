package dev.curfew.policy;

import java.util.List;
import java.util.Optional;

/**
 * A backend's model or schema as it is, ours or not.
 *
 * @param id the backend's name of this version; may be empty
 * @param text in the backend's own language
 * @param types in the order of their names
 */
public record PolicyModel(String id, String text, List<Type> types) {

    public record Type(String name, List<Relation> relations) {}

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
