package dev.curfew.identity;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;

/**
 * One attested property of a workload or node, such as {@code k8s:ns:payments}: type {@code k8s},
 * value {@code ns:payments}.
 */
public record Selector(String type, String value) implements Comparable<Selector> {

    /** Reads {@code type:value}, as SPIRE's command line does. */
    public static Outcome<Selector> parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return Outcome.failed(
                    Reason.INVALID_SELECTOR, text, "it has no colon between type and value");
        }
        if (colon == 0) {
            return Outcome.failed(Reason.INVALID_SELECTOR, text, "its type is empty");
        }
        if (colon == text.length() - 1) {
            return Outcome.failed(Reason.INVALID_SELECTOR, text, "its value is empty");
        }
        return Outcome.ok(new Selector(text.substring(0, colon), text.substring(colon + 1)));
    }

    @Override
    public int compareTo(Selector other) {
        int byType = type.compareTo(other.type);
        return byType != 0 ? byType : value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return type + ":" + value;
    }
}
