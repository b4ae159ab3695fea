package dev.curfew.estate;

import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The entries of one server and what follows from them. While a scan runs there are entries but
 * nothing derived yet: half the entries would give wrong answers.
 *
 * @param unreadable how many rows made no sense and are left out
 * @param unreadableTexts why, one text a row, at most a hundred
 */
public record EntryView(
        EntryTable entries,
        Optional<Derived> derived,
        int unreadable,
        List<String> unreadableTexts) {
    public static final EntryView NONE = soFar(EntryTable.EMPTY);

    public EntryView {
        unreadableTexts = List.copyOf(unreadableTexts);
    }

    /** While a scan runs. */
    public static EntryView soFar(EntryTable entries) {
        return new EntryView(entries, Optional.empty(), 0, List.of());
    }

    public record Derived(EntryIndex index, EntryFindings findings, Entitlements entitlements) {
        static Derived of(EntryIndex index, List<Node> nodes) {
            return new Derived(
                    index, EntryFindings.of(index, nodes), new Entitlements(index, nodes));
        }
    }

    /** With everything derived; takes a moment for many entries. */
    public static EntryView complete(
            EntryTable entries, List<Node> nodes, int unreadable, List<String> unreadableTexts) {
        EntryTable trimmed = entries.trimmed();
        return new EntryView(
                trimmed,
                Optional.of(Derived.of(EntryIndex.of(trimmed), nodes)),
                unreadable,
                unreadableTexts);
    }

    EntryView withNodes(List<Node> nodes) {
        return new EntryView(
                entries,
                derived.map(d -> Derived.of(d.index(), nodes)),
                unreadable,
                unreadableTexts);
    }

    /** With some rows read again; an empty one is gone, an unknown id is new. */
    EntryView patched(Map<String, Optional<RegistrationEntry>> changed, List<Node> nodes) {
        return complete(entries.patched(changed), nodes, unreadable, unreadableTexts);
    }
}
