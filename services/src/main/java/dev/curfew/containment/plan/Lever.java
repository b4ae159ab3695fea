package dev.curfew.containment.plan;

/**
 * One way to end or shorten something. Its sentences are {@code lever.KEY}, {@code
 * lever.KEY.effect} and {@code lever.KEY.leaves}.
 */
public enum Lever {
    TIGHTEN_ENTRIES("tightenEntries", true),
    DELETE_ENTRIES("deleteEntries", true),
    BAN_NODE("banNode", true),
    /** The authority before, which is still trusted: it goes before a rotation empties its slot. */
    RETIRE_X509("retireX509", false),
    RETIRE_JWT("retireJwt", false),
    ROTATE_X509("rotateX509", false),
    ROTATE_JWT("rotateJwt", false),
    RESTORE_ENTRIES("restoreEntries", true),
    REVERT_ENTRIES("revertEntries", true),
    LIFT_BAN("liftBan", true),
    END_GRANTS("endGrants", true),
    TIGHTEN_GRANTS("tightenGrants", true),
    RESTORE_GRANTS("restoreGrants", true),
    /** A policy that denies an identity everything. */
    QUARANTINE("quarantine", true),
    LIFT_QUARANTINE("liftQuarantine", true);

    private final String key;
    private final boolean reversible;

    Lever(String key, boolean reversible) {
        this.key = key;
        this.reversible = reversible;
    }

    public String key() {
        return key;
    }

    /** What it did can be put back; what it ended meanwhile can not. */
    public boolean isReversible() {
        return reversible;
    }
}
