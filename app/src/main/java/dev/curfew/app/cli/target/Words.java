package dev.curfew.app.cli.target;

/** Descriptions that several commands share. */
public final class Words {
    public static final String TARGET =
            "A saved connection's name, unix:/path/api.sock, host:port with credential options, or"
                    + " lab:acme.test.";

    public static final String WHERE =
            "Only what matches: words and fields such as 'payments ttl>1h selector:k8s*"
                    + " -admin:true'.";

    private Words() {}
}
