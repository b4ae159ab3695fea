package dev.curfew.policy;

/**
 * What is dangerous about a backend as it is set up; to be shown loudly. Its sentence is a text.
 */
public enum PolicyWarning {
    /** Not encrypted, and on another machine. */
    PLAINTEXT,
    /** Answers whoever asks, without a key. */
    OPEN_ENGINE,
    /** Cerbos' admin API takes the password that it ships with. */
    DEFAULT_PASSWORD;

    /** The key of its sentence. */
    public String textKey() {
        return "policy.warning." + name();
    }
}
