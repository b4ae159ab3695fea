package dev.curfew.policy;

/** The kinds of policy backends that Curfew speaks to. */
public enum PolicyKind {
    OPENFGA("openfga"),
    SPICEDB("spicedb"),
    CERBOS("cerbos"),
    /** Envoy's external authorization: OPA and others answer it. */
    EXT_AUTHZ("extauthz");

    private final String scheme;

    PolicyKind(String scheme) {
        this.scheme = scheme;
    }

    /** What a target of this kind begins with. */
    public String scheme() {
        return scheme;
    }
}
