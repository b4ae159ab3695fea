package dev.curfew.containment;

/** The kinds of actions, by the names that journal, texts and command line use. */
public enum ActionKind {
    CREATE("create", Strength.ADDS),
    EDIT("edit", Strength.PLAIN),
    TIGHTEN("tighten", Strength.PLAIN),
    DELETE("delete", Strength.TYPED),
    BAN("ban", Strength.TYPED),
    EVICT("evict", Strength.TYPED),
    LIFT_BAN("lift-ban", Strength.ADDS),
    JOIN_TOKEN("join-token", Strength.ADDS),
    REFRESH_FEDERATION("refresh-federation", Strength.PLAIN),
    ADD_FEDERATION("add-federation", Strength.ADDS),
    REMOVE_FEDERATION("remove-federation", Strength.TYPED),
    RESTORE("restore", Strength.ADDS),
    REVERT("revert", Strength.PLAIN),
    END_GRANTS("end-grants", Strength.TYPED),
    TIGHTEN_GRANTS("tighten-grants", Strength.PLAIN),
    RESTORE_GRANTS("restore-grants", Strength.ADDS),
    QUARANTINE("quarantine", Strength.TYPED),
    LIFT_QUARANTINE("lift-quarantine", Strength.ADDS);

    /** How much an operator has to do to confirm it. */
    public enum Strength {
        /** One button. */
        PLAIN,
        /** One button; it adds access, and says so. */
        ADDS,
        /** The target must be typed. */
        TYPED
    }

    private final String word;
    private final Strength strength;

    ActionKind(String word, Strength strength) {
        this.word = word;
        this.strength = strength;
    }

    public String word() {
        return word;
    }

    public Strength strength() {
        return strength;
    }

    public static ActionKind of(Change change) {
        return switch (change) {
            case Change.CreateEntries _ -> CREATE;
            case Change.EditEntry _ -> EDIT;
            case Change.Tighten _ -> TIGHTEN;
            case Change.DeleteEntries _ -> DELETE;
            case Change.BanNode _ -> BAN;
            case Change.EvictNode _ -> EVICT;
            case Change.LiftBan _ -> LIFT_BAN;
            case Change.MakeJoinToken _ -> JOIN_TOKEN;
            case Change.RefreshFederation _ -> REFRESH_FEDERATION;
            case Change.AddFederation _ -> ADD_FEDERATION;
            case Change.RemoveFederation _ -> REMOVE_FEDERATION;
            case Change.RestoreEntries _ -> RESTORE;
            case Change.RevertEntries _ -> REVERT;
            case Change.EndGrants _ -> END_GRANTS;
            case Change.TightenGrants _ -> TIGHTEN_GRANTS;
            case Change.RestoreGrants _ -> RESTORE_GRANTS;
            case Change.Quarantine _ -> QUARANTINE;
            case Change.LiftQuarantine _ -> LIFT_QUARANTINE;
        };
    }
}
