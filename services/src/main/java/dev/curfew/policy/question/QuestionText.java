package dev.curfew.policy.question;

import dev.curfew.identity.SpiffeIds;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.AccessQuestion.AccessContext;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicyIds;
import dev.curfew.policy.PolicySubject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads who and what is asked about, as it was typed. */
public final class QuestionText {
    /** The type that a SPIFFE ID is of where nothing else is said. */
    public static final String AGENT = "agent";

    private static final String SCHEME = "spiffe://";
    private static final String OF_SUBJECT = "subject.";
    private static final String OF_RESOURCE = "resource.";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private QuestionText() {}

    /**
     * A SPIFFE ID, {@code type:id}, or {@code type:id#relation} for all that have a relation to it.
     *
     * @param agentType the backend's type of workloads, for a SPIFFE ID
     * @return or INVALID_INPUT, INVALID_SPIFFE_ID
     */
    public static Outcome<PolicySubject> subject(String text, String agentType, PolicyIds ids) {
        if (text.startsWith(SCHEME)) {
            return entity(agentType, text, ids).map(PolicySubject::of);
        }
        int hash = text.lastIndexOf('#');
        return hash < 0
                ? entity(text, ids).map(PolicySubject::of)
                : hash == text.length() - 1
                        ? invalid(text, "after # comes a relation")
                        : entity(text.substring(0, hash), ids)
                                .map(entity ->
                                        new PolicySubject(
                                                entity, Optional.of(text.substring(hash + 1))));
    }

    /** {@code type:id}, where the ID may be a SPIFFE ID; or INVALID_INPUT, INVALID_SPIFFE_ID. */
    public static Outcome<PolicyEntity> entity(String text, PolicyIds ids) {
        int colon = text.indexOf(':');
        return colon <= 0 || colon == text.length() - 1
                ? invalid(text, "it is written type:id, such as tool:mail-outbox")
                : entity(text.substring(0, colon), text.substring(colon + 1), ids);
    }

    private static Outcome<PolicyEntity> entity(String type, String id, PolicyIds ids) {
        return id.startsWith(SCHEME)
                ? SpiffeIds.parse(id).then(ids::write).map(spelt -> new PolicyEntity(type, spelt))
                : Outcome.ok(new PolicyEntity(type, id));
    }

    /**
     * What a decision may depend on besides, by name. A value is JSON where it is a number, true,
     * false, a list or an object, else text. A name with {@code subject.} or {@code resource.} in
     * front is a property of the one or the other.
     */
    public static AccessContext context(Map<String, String> named) {
        Map<String, Object> subject = new HashMap<>();
        Map<String, Object> resource = new HashMap<>();
        Map<String, Object> environment = new HashMap<>();
        named.forEach((name, value) -> {
            if (name.startsWith(OF_SUBJECT)) {
                subject.put(name.substring(OF_SUBJECT.length()), value(value));
            } else if (name.startsWith(OF_RESOURCE)) {
                resource.put(name.substring(OF_RESOURCE.length()), value(value));
            } else {
                environment.put(name, value(value));
            }
        });
        return new AccessContext(subject, resource, environment);
    }

    private static Object value(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return json.isNumber() || json.isBoolean() || json.isContainer()
                    ? JSON.treeToValue(json, Object.class)
                    : text;
        } catch (JacksonException _) {
            return text;
        }
    }

    private static <T> Outcome<T> invalid(String text, String why) {
        return Outcome.failed(Reason.INVALID_INPUT, text, why);
    }
}
