package dev.curfew.outcome;

/**
 * The reasons of failure that Curfew tells apart, each with its own sentences and next step. The
 * exit code is what a headless command ends with; scripts rely on it, so numbers are never reused.
 */
public enum Reason {
    /** The command's own words are wrong. */
    INVALID_INPUT(2),
    /** A query that can not be read. */
    INVALID_QUERY(2),
    INVALID_SPIFFE_ID(2),
    INVALID_SELECTOR(2),
    INVALID_DURATION(2),
    INVALID_TARGET(2),
    /** What should be another trust domain's bundle and is not. */
    INVALID_BUNDLE(2),
    /** Delegation rules or a mapping that can not be read. */
    INVALID_RULES(2),
    /** What should be a token and is not, or is one that nobody should take. */
    INVALID_TOKEN(2),
    /** A writing command without its confirmation. */
    NOT_CONFIRMED(3),
    READ_ONLY(3),
    /** A second operator's approval that does not hold. */
    APPROVAL_INVALID(3),
    UNKNOWN_CONNECTION(4),

    NOTHING_LISTENING(10),
    UNKNOWN_HOST(10),
    NO_ANSWER(11),
    SOCKET_MISSING(12),
    SOCKET_FORBIDDEN(13),
    NOT_GRPC(14),
    WRONG_TRUST_DOMAIN(15),
    SERVER_UNTRUSTED(16),
    CREDENTIAL_EXPIRED(17),
    CREDENTIAL_REFUSED(18),
    CREDENTIAL_UNREADABLE(19),
    WORKLOAD_API_FAILED(20),
    NOT_ADMIN(21),

    /** A method that this server is too old for. */
    OLDER_SERVER(30),
    /** Debug, Logger and health exist on the local socket alone. */
    LOCAL_ONLY(31),
    NOT_FOUND(32),
    ALREADY_EXISTS(33),
    CHANGED_MEANWHILE(34),
    TTL_BEYOND_AUTHORITY(35),
    REFUSED(36),
    WRONG_ORDER(37),
    TOO_LARGE(38),
    /** There is more than Curfew takes in of one system; what was read is a part. */
    MORE_THAN_KEPT(38),
    /** Nodes have not taken up the new authority: revoking the old one would lock them out. */
    GATE_CLOSED(39),

    LOST_MID_SCAN(40),
    LOST_MID_BATCH(41),
    /** The rest of a batch that ended early: certainly not sent. */
    NOT_SENT(41),
    PAGE_REPEATS(42),
    UNREADABLE_ROWS(43),
    CANCELLED(44),
    /** It was accepted, and the reading back showed something else. */
    CONTRADICTED(45),
    /** A quarantine holds, and its backend's log shows what was allowed all the same. */
    USED_AFTER(45),
    REVERTED(46),

    STORE_DAMAGED(50),
    STORE_NEWER(51),
    STORE_BUSY(52),
    /** No right to it, no room for it, or the file is another program's. */
    STORE_UNUSABLE(53),
    /** The chain of the journal's records does not hold. */
    JOURNAL_BROKEN(54),

    /** A file of the operator's, for reading. */
    FILE_UNREADABLE(60),
    /** A file of the operator's, for writing. */
    FILE_UNWRITABLE(61),
    /** Something in an evidence pack is not as it was signed. */
    EVIDENCE_BROKEN(62),
    /** It may hold, but another key signed it than the one that was asked for. */
    EVIDENCE_OTHER_KEY(63),
    /** Nothing can be signed: nobody said with which key. */
    NO_SIGNING_KEY(64),

    /** A workload's endpoint that no connection can be made to. */
    ENDPOINT_UNREACHED(65),
    /** It takes the connection, and says nothing in time. */
    ENDPOINT_SILENT(66),
    /** It speaks no TLS, or ends the talk before it has shown a certificate. */
    ENDPOINT_SHOWS_NOTHING(67),
    /** It shows a certificate, and that names no workload. */
    ENDPOINT_NO_SPIFFE_ID(68),

    /** A bug of ours, already logged under the reference in the detail. */
    UNEXPECTED(70),

    /** A policy backend wants a key, or another one. */
    BACKEND_KEY_REFUSED(71),
    /** A policy backend, or a proxy before it, wants a client certificate, or another one. */
    BACKEND_CERTIFICATE_REFUSED(71),
    /** Something else than the policy backend that was expected. */
    NOT_A_BACKEND(72),
    /** Its certificate is not for its name, or signed by nobody we trust. */
    BACKEND_UNTRUSTED(73),
    /** A backend came to no decision: that is not a denial. */
    CANNOT_EVALUATE(74),
    /** Which of a backend's stores is meant is not said, or it is not there. */
    STORE_UNKNOWN(75),
    /** This kind of backend has no such thing. */
    NOT_OFFERED(76),
    /** The old grant is deleted, and the shorter one could not be written. */
    ENDED_INSTEAD(77),
    /** A backend takes its policies from files or a repository, not from us. */
    POLICIES_FIXED(78),
    /** A saved connection that this Curfew does not understand. */
    CONNECTION_UNREADABLE(79);

    private final int exitCode;

    Reason(int exitCode) {
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
