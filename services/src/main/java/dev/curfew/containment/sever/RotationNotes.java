package dev.curfew.containment.sever;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a rotation has to remember from call to call; kept in the journal, so that another process
 * can go on with it. Immutable.
 *
 * @param members what is replaced on each server, by the connection's name, in order
 * @param afterActivation serials of the nodes by their ids, right after the new ones sign: a serial
 *     that changes from here on was signed by a new one
 * @param beforeTaint the same right before the first taint
 * @param taintedAt when the last of the old ones was tainted, on our clock
 * @param overriddenAt when the operator revoked although the gate was closed
 */
public record RotationNotes(
        Map<String, Member> members,
        Map<String, String> afterActivation,
        Map<String, String> beforeTaint,
        Optional<Instant> taintedAt,
        Optional<Instant> overriddenAt) {
    public static final String TYPE = "rotation";

    /**
     * One server's part.
     *
     * @param retiring the authority that is to go, by its id; for an upstream one the subject key
     *     id of the upstream root
     * @param upstream whether it is an upstream one
     * @param prepared the one that takes its place
     */
    public record Member(
            String retiring,
            boolean upstream,
            Optional<String> prepared,
            Optional<Instant> preparedAt) {
        static Member of(String retiring, boolean upstream) {
            return new Member(retiring, upstream, Optional.empty(), Optional.empty());
        }
    }

    public RotationNotes {
        members = new LinkedHashMap<>(members);
        afterActivation = Map.copyOf(afterActivation);
        beforeTaint = Map.copyOf(beforeTaint);
    }

    static RotationNotes begin(Map<String, Member> members) {
        return new RotationNotes(members, Map.of(), Map.of(), Optional.empty(), Optional.empty());
    }

    Member member(String connection) {
        Member member = members.get(connection);
        if (member == null) {
            throw new IllegalStateException("no part of this rotation: " + connection);
        }
        return member;
    }

    RotationNotes prepared(String connection, String id, Instant at) {
        Map<String, Member> changed = new LinkedHashMap<>(members);
        changed.computeIfPresent(
                connection,
                (_, m) -> new Member(m.retiring(), m.upstream(), Optional.of(id), Optional.of(at)));
        return new RotationNotes(changed, afterActivation, beforeTaint, taintedAt, overriddenAt);
    }

    RotationNotes activated(Map<String, String> serials) {
        return new RotationNotes(members, serials, beforeTaint, taintedAt, overriddenAt);
    }

    RotationNotes tainting(Map<String, String> serials) {
        return new RotationNotes(members, afterActivation, serials, taintedAt, overriddenAt);
    }

    RotationNotes tainted(Instant at) {
        return new RotationNotes(
                members, afterActivation, beforeTaint, Optional.of(at), overriddenAt);
    }

    RotationNotes overridden(Instant at) {
        return new RotationNotes(members, afterActivation, beforeTaint, taintedAt, Optional.of(at));
    }

    public ObjectNode json(String phase) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", TYPE);
        json.put("phase", phase);
        ObjectNode parts = json.putObject("members");
        members.forEach((connection, member) -> {
            ObjectNode part = parts.putObject(connection);
            part.put("retiring", member.retiring());
            part.put("upstream", member.upstream());
            member.prepared().ifPresent(id -> part.put("prepared", id));
            member.preparedAt().ifPresent(at -> part.put("prepared_at", at.toString()));
        });
        serials(json.putObject("after_activation"), afterActivation);
        serials(json.putObject("before_taint"), beforeTaint);
        taintedAt.ifPresent(at -> json.put("tainted_at", at.toString()));
        overriddenAt.ifPresent(at -> json.put("overridden_at", at.toString()));
        return json;
    }

    public static RotationNotes read(JsonNode json) {
        Map<String, Member> members = new LinkedHashMap<>();
        json.path("members")
                .properties()
                .forEach(one ->
                        members.put(
                                one.getKey(),
                                new Member(
                                        one.getValue().path("retiring").asString(),
                                        one.getValue().path("upstream").asBoolean(),
                                        text(one.getValue(), "prepared"),
                                        text(one.getValue(), "prepared_at").map(Instant::parse))));
        return new RotationNotes(
                members,
                serials(json.path("after_activation")),
                serials(json.path("before_taint")),
                text(json, "tainted_at").map(Instant::parse),
                text(json, "overridden_at").map(Instant::parse));
    }

    private static void serials(ObjectNode json, Map<String, String> serials) {
        serials.forEach(json::put);
    }

    private static Map<String, String> serials(JsonNode json) {
        Map<String, String> serials = new LinkedHashMap<>();
        json.properties().forEach(one -> serials.put(one.getKey(), one.getValue().asString()));
        return serials;
    }

    private static Optional<String> text(JsonNode json, String name) {
        return json.hasNonNull(name) ? Optional.of(json.path(name).asString()) : Optional.empty();
    }
}
