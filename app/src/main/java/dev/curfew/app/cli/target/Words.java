package dev.curfew.app.cli.target;

/** Descriptions that several commands share. */
public final class Words {
    public static final String TARGET =
            "A saved connection's name, unix:/path/api.sock, host:port with credential options, or"
                    + " lab:acme.test.";

    public static final String POLICY_TARGET =
            "openfga:host:port[/store], spicedb:host:port, cerbos:host:port, extauthz:host:port or"
                    + " lab:policy.";

    public static final String WHERE =
            "Only what matches: words and fields such as 'payments ttl>1h selector:k8s*"
                    + " -admin:true'.";

    public static final String SUBJECT =
            "A SPIFFE ID, which is spelt as the policy backend does, or type:id.";

    private Words() {}
}
