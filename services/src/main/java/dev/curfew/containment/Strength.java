package dev.curfew.containment;

/** How hard a containment hits; the words are those of journal, command line and plan files. */
public enum Strength {
    /** Shorter TTLs and expiry: what is out lives to its old end, what comes next ends sooner. */
    TIGHTEN("tighten"),
    /** Entries deleted, nodes banned: nothing new is issued, what is out lives to its end. */
    CONTAIN("contain"),
    /** Contain, then rotate the authorities: what is out is dead as well. Can not be undone. */
    SEVER("sever");

    private final String word;

    Strength(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
