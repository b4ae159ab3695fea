package dev.curfew.policy;

/**
 * Something a backend knows by type and ID: an agent, a user, a tool, a hop of a delegation. The ID
 * is the backend's own spelling of it.
 *
 * @param id {@code *} stands for all of this type
 */
public record PolicyEntity(String type, String id) implements Comparable<PolicyEntity> {

    /** As backends write it: {@code agent:acme.example/planner}. */
    public String display() {
        return type + ":" + id;
    }

    public boolean isEveryone() {
        return id.equals("*");
    }

    @Override
    public int compareTo(PolicyEntity other) {
        int byType = type.compareTo(other.type);
        return byType != 0 ? byType : id.compareTo(other.id);
    }
}
