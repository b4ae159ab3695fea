package dev.curfew.containment.approval;

import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.evidence.SigningKey;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.store.SealKey;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A second operator's word for a plan, signed with a key of their own. The gate is local: the
 * servers do not know of it. Immutable; any thread.
 *
 * @param planId of the plan
 * @param digest of what was approved of it
 * @param name the approver, as they call themselves
 * @param at when, on their clock
 * @param signature lower-case hex, Ed25519
 */
public record SecondApproval(
        String planId, String digest, String name, Instant at, SealKey key, String signature) {
    private static final int VERSION = 1;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public static SecondApproval sign(
            ContainmentPlan plan, SigningKey key, String name, Instant at) {
        String digest = PlanDigest.of(plan);
        return new SecondApproval(
                plan.id(),
                digest,
                name,
                at,
                key.publicKey(),
                HexFormat.of().formatHex(key.sign(message(plan.id(), digest, name, at))));
    }

    private static byte[] message(String planId, String digest, String name, Instant at) {
        return String.join("\n", "curfew approval 1", planId, digest, name, at.toString())
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Whether this is an approval of that plan by someone who may give one and is not the operator.
     *
     * @return the approver as the journal names them; APPROVAL_INVALID with what does not hold
     */
    public Outcome<String> check(ContainmentPlan plan, Approvers approvers, String operator) {
        if (!planId.equals(plan.id())) {
            return invalid("it is for the plan " + planId);
        }
        if (!digest.equals(PlanDigest.of(plan))) {
            return invalid("the plan is not the one that was approved");
        }
        if (!key.signed(message(planId, digest, name, at), HexFormat.of().parseHex(signature))) {
            return invalid("its signature does not hold");
        }
        return approvers
                .nameOf(key.thumbprint())
                .map(known ->
                        known.equals(operator)
                                ? SecondApproval.<String>invalid(
                                        known + " is the operator; a second one is needed")
                                : Outcome.ok(known + " (key " + key.thumbprint() + ")"))
                .orElseGet(() -> invalid("the key " + key.thumbprint() + " is no approver's here"));
    }

    private static <T> Outcome<T> invalid(String why) {
        return Outcome.failed(Reason.APPROVAL_INVALID, "the approval", why);
    }

    public String json() {
        return MAPPER.writerWithDefaultPrettyPrinter()
                .writeValueAsString(
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("curfew_approval", VERSION)
                                .put("plan", planId)
                                .put("digest", digest)
                                .put("name", name)
                                .put("at", at.toString())
                                .put("key", HexFormat.of().formatHex(key.der()))
                                .put("signature", signature));
    }

    /** APPROVAL_INVALID for anything that {@link #json} did not write. */
    public static Outcome<SecondApproval> read(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            if (json.path("curfew_approval").asInt(0) != VERSION) {
                return invalid("it is no approval of this version");
            }
            HexFormat.of().parseHex(json.path("signature").asString());
            return SealKey.ofDer(HexFormat.of().parseHex(json.path("key").asString()))
                    .map(key ->
                            Outcome.ok(
                                    new SecondApproval(
                                            json.path("plan").asString(),
                                            json.path("digest").asString(),
                                            json.path("name").asString(),
                                            Instant.parse(json.path("at").asString()),
                                            key,
                                            json.path("signature").asString())))
                    .orElseGet(() -> invalid("its key is no Ed25519 key"));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            return invalid("it is no approval");
        }
    }
}
