package dev.curfew.policy;

import dev.curfew.connect.UnreadConnection;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.store.Preferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The policy backends that are saved: references to secrets, never secrets. Immutable; any thread.
 *
 * @param all in the order in which they were saved
 * @param unread what can not be read, as of a newer Curfew; a save keeps it as it is
 */
public record SavedBackends(List<PolicyProfile> all, List<UnreadBackend> unread) {
    private static final String KEY = "policy.backends";

    /** Numbers are kept to the last digit: what is not understood is written back as it was. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    public SavedBackends {
        all = List.copyOf(all);
        unread = List.copyOf(unread);
    }

    public SavedBackends(List<PolicyProfile> all) {
        this(all, List.of());
    }

    /** Blocks. */
    public static SavedBackends of(Preferences preferences) {
        List<PolicyProfile> all = new ArrayList<>();
        List<UnreadBackend> unread = new ArrayList<>();
        int place = 0;
        for (JsonNode json : preferences.get(KEY).map(SavedBackends::entries).orElse(List.of())) {
            place++;
            switch (PolicyProfileJson.read(json)) {
                case Outcome.Ok<PolicyProfile>(var profile) -> all.add(profile);
                case Outcome.Failed<PolicyProfile>(var why) ->
                        unread.add(
                                new UnreadBackend(
                                        why.subject(), json.toString(), placed(why, place)));
            }
        }
        return new SavedBackends(all, unread);
    }

    /** What is no list of them stands as one that can not be read, so that nothing is lost. */
    private static List<JsonNode> entries(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            return json.isArray() ? json.valueStream().toList() : List.of(json);
        } catch (JacksonException e) {
            return List.of(JsonNodeFactory.instance.stringNode(text));
        }
    }

    private static Failure placed(Failure why, int place) {
        return why.subject().isEmpty()
                ? new Failure(Reason.CONNECTION_UNREADABLE, "no. " + place, why.detail())
                : why;
    }

    /** Blocks. */
    public void keep(Preferences preferences) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        all.forEach(profile -> json.add(PolicyProfileJson.write(profile)));
        unread.forEach(one -> json.add(MAPPER.readTree(one.json())));
        preferences.put(KEY, json.toString());
    }

    public Optional<PolicyProfile> find(String name) {
        return all.stream().filter(profile -> profile.name().equals(name)).findFirst();
    }

    /** The one that has this name, or why it can not be read; empty: none has it. */
    public Optional<Outcome<PolicyProfile>> named(String name) {
        return find(name)
                .map(Outcome::ok)
                .or(() ->
                        unread.stream()
                                .filter(one -> one.name().equals(name))
                                .findFirst()
                                .map(one -> Outcome.failed(one.why())));
    }

    /** What can not be read, as an operator is told of it. */
    public List<UnreadConnection> told() {
        return unread.stream().map(one -> new UnreadConnection(one.name(), one.why())).toList();
    }

    /** Also by one that can not be read. */
    public boolean isTaken(String name) {
        return named(name).isPresent();
    }

    /** With this one in place of one that can be read and has its name. */
    public SavedBackends with(PolicyProfile profile) {
        return new SavedBackends(
                Stream.concat(others(profile.name()), Stream.of(profile)).toList(), unread);
    }

    /** Without whatever has this name, be it readable or not. */
    public SavedBackends without(String name) {
        return new SavedBackends(
                others(name).toList(),
                unread.stream().filter(one -> !one.name().equals(name)).toList());
    }

    private Stream<PolicyProfile> others(String name) {
        return all.stream().filter(profile -> !profile.name().equals(name));
    }
}
