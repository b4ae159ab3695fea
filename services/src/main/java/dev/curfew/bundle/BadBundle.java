package dev.curfew.bundle;

/** Ends the reading of a bundle; never leaves this package. */
final class BadBundle extends Exception {
    private static final long serialVersionUID = 1L;

    private final String detail;

    BadBundle(String detail) {
        super(detail);
        this.detail = detail;
    }

    String detail() {
        return detail;
    }

    static <T> T refuse(String detail) throws BadBundle {
        throw new BadBundle(detail);
    }
}
