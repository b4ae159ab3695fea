package dev.curfew.delegation.token;

import java.util.Locale;

/** What a token is, as far as its header's {@code typ} tells. */
public enum TokenKind {
    ACCESS,
    TRANSACTION,
    /** An assertion that crosses to another authorization server (ID-JAG). */
    ASSERTION,
    WORKLOAD_IDENTITY,
    ID,
    OTHER;

    static TokenKind of(String typ) {
        String plain = typ.toLowerCase(Locale.ROOT).replaceFirst("^application/", "");
        return switch (plain) {
            case "at+jwt" -> ACCESS;
            case "txntoken+jwt", "txn_token" -> TRANSACTION;
            case "oauth-id-jag+jwt" -> ASSERTION;
            case "wit+jwt" -> WORKLOAD_IDENTITY;
            default -> OTHER;
        };
    }
}
