package dev.curfew.lab.call;

/** Why a call did not go through. The called side decides, but for the last six. */
public enum Denial {
    /** The caller's certificate is dead. */
    CERTIFICATE_ENDED,
    /** The caller's certificate is not valid yet: a clock is wrong. */
    CERTIFICATE_NOT_YET,
    /** No authority that the called side trusts has signed the caller's certificate. */
    UNKNOWN_AUTHORITY,
    /** The caller is not one that may call. */
    NOT_ALLOWED,
    /** The token is dead. */
    TOKEN_ENDED,
    /** The token is not signed by a key that the called side trusts, or is no token. */
    TOKEN_INVALID,
    /** The token is for somebody else. */
    WRONG_AUDIENCE,
    /** The caller had nothing to show. */
    NOTHING_TO_SHOW,
    /** The caller refuses: the called side's certificate is dead. */
    CALLED_ENDED,
    /** The caller refuses: the called side's certificate is not valid yet. */
    CALLED_NOT_YET,
    /** The caller refuses: no authority that it trusts has signed the called side's certificate. */
    CALLED_UNKNOWN,
    /** The called side is not there, or is somebody else. */
    NO_ANSWER,
    /** The caller has asked the policy backend, which says no. */
    NOT_GRANTED,
    /** The caller has asked the policy backend and has got no decision, which is not a yes. */
    NO_DECISION;

    /** The same mistake, found by the caller at the called side. */
    Denial atTheCalledSide() {
        return switch (this) {
            case CERTIFICATE_ENDED -> CALLED_ENDED;
            case CERTIFICATE_NOT_YET -> CALLED_NOT_YET;
            case UNKNOWN_AUTHORITY -> CALLED_UNKNOWN;
            default -> NO_ANSWER;
        };
    }
}
