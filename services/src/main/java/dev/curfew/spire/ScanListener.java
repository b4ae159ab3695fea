package dev.curfew.spire;

import java.util.List;

/** Hears of a scan as it goes. Called on the scanning thread, in order. */
public interface ScanListener<T> {
    /** A page's rows; not called for empty pages. */
    void page(List<T> rows);

    /** Asked before each page; true ends the scan as cancelled. */
    default boolean isCancelled() {
        return Thread.currentThread().isInterrupted();
    }

    static <T> ScanListener<T> silent() {
        return rows -> {};
    }
}
