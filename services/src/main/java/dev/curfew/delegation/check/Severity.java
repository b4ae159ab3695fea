package dev.curfew.delegation.check;

/** How bad it is, worst first. */
public enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW;

    /** One step less: something else holds it in check. */
    public Severity lower() {
        return values()[Math.min(ordinal() + 1, LOW.ordinal())];
    }

    /** One step more: it is about something that matters more than others. */
    public Severity higher() {
        return values()[Math.max(ordinal() - 1, CRITICAL.ordinal())];
    }
}
