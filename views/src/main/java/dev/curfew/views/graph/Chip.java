package dev.curfew.views.graph;

/** A few words on an arrow: one scope, and how it compares with the hop before. */
public record Chip(String text, Change change) {
    public enum Change {
        SAME("", false),
        NARROWS("− ", false),
        WIDENS("+ ", true),
        FORBIDDEN("⃠ ", true),
        /** Not a scope: the number of a check that found something here. */
        FOUND("! ", true),
        /** Not a scope: what a planned change does to the arrow. Never struck through. */
        PLANNED("× ", false),
        /** The same of an arrow that it puts back. */
        RETURNS("↺ ", false),
        MORE("", false);

        private final String sign;
        private final boolean grave;

        Change(String sign, boolean grave) {
            this.sign = sign;
            this.grave = grave;
        }

        /** Stands before the text, so that colour is not alone. */
        public String sign() {
            return this == FORBIDDEN ? "" : sign;
        }

        public boolean isGrave() {
            return grave;
        }
    }

    public Chip(String text) {
        this(text, Change.SAME);
    }

    /** What is written. */
    public String words() {
        return change.sign() + text;
    }
}
