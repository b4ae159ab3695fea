package dev.curfew.lab;

/**
 * What a lab is to be like when it starts.
 *
 * @param pair whether {@code acme.test} has two servers that share one database
 */
public record LabOptions(boolean pair) {
    /** One server for each trust domain, and nobody acts. */
    public static final LabOptions QUIET = new LabOptions(false);

    /** The same with a second server of {@code acme.test}. */
    public LabOptions withPair() {
        return new LabOptions(true);
    }
}
