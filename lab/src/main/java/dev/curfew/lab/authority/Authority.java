package dev.curfew.lab.authority;

import java.time.Instant;

/** A key that signs, and until when. */
public sealed interface Authority permits X509Authority, JwtAuthority {
    /** Its name: the hex of the subject key id, or the key id. */
    String id();

    /** When it was made. */
    Instant issuedAt();

    /** Nothing it signs lives longer. */
    Instant notAfter();
}
