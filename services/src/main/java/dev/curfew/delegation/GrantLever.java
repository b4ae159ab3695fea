package dev.curfew.delegation;

/** What can end or shorten a grant. The sentence for it is {@code delegation.lever.KEY}. */
public enum GrantLever {
    DELETE_RELATIONSHIP("deleteRelationship"),
    SHORTEN_RELATIONSHIP("shortenRelationship"),
    DENY_PRINCIPAL("denyPrincipal"),
    NARROW_SCOPE("narrowScope"),
    REVOKE_TOKEN("revokeToken"),
    STOP_ISSUING("stopIssuing"),
    DELETE_ENTRY("deleteEntry"),
    BAN_NODE("banNode"),
    END_FEDERATION("endFederation"),
    CHANGE_RULE("changeRule"),
    ASK_AGAIN("askAgain"),
    /** Nothing reaches it: it ends when its time is up. */
    WAIT("wait");

    private final String key;

    GrantLever(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
