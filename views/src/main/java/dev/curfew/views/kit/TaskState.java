package dev.curfew.views.kit;

/**
 * One shown task as it is now.
 *
 * @param fraction 0 to 1, or negative while the end is unknown
 * @param stop interrupts the work; its owner still hears how it ended
 */
public record TaskState(long id, String title, String note, double fraction, Runnable stop) {
    public boolean endKnown() {
        return fraction >= 0;
    }

    TaskState at(double newFraction, String newNote) {
        return new TaskState(id, title, newNote, Math.min(newFraction, 1), stop);
    }
}
