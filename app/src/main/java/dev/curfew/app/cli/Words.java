package dev.curfew.app.cli;

/** Descriptions that several commands share. */
final class Words {
    static final String TARGET =
            "A saved connection's name, unix:/path/api.sock, host:port with credential options, or"
                    + " lab:acme.test.";

    static final String WHERE =
            "Only what matches: words and fields such as 'payments ttl>1h selector:k8s*"
                    + " -admin:true'.";

    private Words() {}
}
