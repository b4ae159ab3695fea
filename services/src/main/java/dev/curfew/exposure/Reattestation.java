package dev.curfew.exposure;

/** How a node may be back after its eviction. */
public enum Reattestation {
    /** With the proof it has, at once and without anyone's doing: x509pop, k8s_psat and others. */
    BY_ITSELF,
    /** With the same document again, because the eviction dropped the record of its first use. */
    SAME_PROOF,
    /** Only with a join token that someone makes for it. */
    NEW_TOKEN
}
