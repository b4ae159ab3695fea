package dev.curfew.delegation.check;

/** What a check would need to know. The sentence is {@code delegation.missing.KEY}. */
public enum Missing {
    SCOPES("scopes"),
    ENDS("ends"),
    PRINCIPALS("principals"),
    PRESENTERS("presenters"),
    TRANSACTIONS("transactions"),
    RULES("rules"),
    CLOSED_TASKS("closedTasks"),
    TASK_NEEDS("taskNeeds"),
    FEDERATION("federation"),
    ATTESTATIONS("attestations"),
    TOKENS("tokens"),
    EXCHANGES("exchanges"),
    APPROVALS("approvals"),
    ACTIONS("actions"),
    APPROVED_SCOPES("approvedScopes"),
    USAGE("usage");

    private final String key;

    Missing(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
