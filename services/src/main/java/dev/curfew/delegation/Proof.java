package dev.curfew.delegation;

/** What the holder of a grant must show besides the grant itself. */
public enum Proof {
    /** Nothing: whoever has it can use it. */
    BEARER,
    DPOP,
    MTLS,
    /** A WIMSE workload proof token. */
    WPT,
    /** The backend asks who is calling, and the caller's identity is its proof. */
    IDENTITY,
    UNKNOWN
}
