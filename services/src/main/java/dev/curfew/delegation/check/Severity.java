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
}
