package dev.curfew.policy;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Under which condition a relationship counts, with the values that are kept beside it. Values of
 * the one who asks never win over these.
 *
 * @param values by parameter, as text
 */
public record PolicyCondition(String name, SortedMap<String, String> values) {
    public PolicyCondition(String name, Map<String, String> values) {
        this(name, new TreeMap<>(values));
    }
}
