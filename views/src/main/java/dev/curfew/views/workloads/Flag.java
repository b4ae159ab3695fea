package dev.curfew.views.workloads;

/** What is worth a word about an entry, the gravest first. */
enum Flag {
    ADMIN("workloads.flag.admin"),
    INHERITS_ADMIN("workloads.flag.inheritsAdmin"),
    DOWNSTREAM("workloads.flag.downstream"),
    SHARED("workloads.flag.shared"),
    ORPHAN("workloads.flag.orphan"),
    STORED("workloads.flag.stored"),
    ALIAS("workloads.flag.alias");

    private final String textKey;

    Flag(String textKey) {
        this.textKey = textKey;
    }

    String textKey() {
        return textKey;
    }

    /** Gives rights over the server itself. */
    boolean grave() {
        return this == ADMIN || this == INHERITS_ADMIN || this == DOWNSTREAM;
    }
}
