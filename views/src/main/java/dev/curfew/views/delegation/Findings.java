package dev.curfew.views.delegation;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.check.CheckInput;
import dev.curfew.delegation.check.CheckResult;
import dev.curfew.delegation.check.DelegationChecks;
import dev.curfew.delegation.check.DelegationFinding;
import dev.curfew.delegation.check.Severity;
import dev.curfew.delegation.check.Waiver;
import dev.curfew.delegation.rules.DelegationRules;
import dev.curfew.delegation.rules.Matrix;
import dev.curfew.views.delegation.FindingRow.Found;
import dev.curfew.views.delegation.FindingRow.NotKnown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What all checks say of one snapshot, and the rules beside it. Immutable.
 *
 * @param rows worst first, then what is not known, and what was waived
 * @param counts how many rows there are of each {@link FindingRow#rank()}
 * @param checksFound how many checks found something, waived or not
 * @param checksClean how many found nothing in all that they were to look at
 * @param of what was looked at
 * @param at when
 */
public record Findings(
        List<FindingRow> rows,
        List<Integer> counts,
        int checksFound,
        int checksClean,
        int checks,
        DelegationRules rules,
        Matrix matrix,
        FindingMarks marks,
        GrantSnapshot of,
        Instant at) {

    public Findings {
        rows = List.copyOf(rows);
        counts = List.copyOf(counts);
    }

    /** Blocks; takes a second or two for 100,000 grants. */
    static Findings of(
            GrantSnapshot snapshot,
            DelegationRules rules,
            FindingMemory memory,
            FindingWords words,
            Instant now)
            throws InterruptedException {
        List<CheckResult> results =
                DelegationChecks.runUntilInterrupted(
                        CheckInput.of(
                                snapshot.grants(),
                                now,
                                rules,
                                snapshot.facts(),
                                memory.settings().inForce()));
        List<DelegationFinding> all = new ArrayList<>();
        List<NotKnown> unknown = new ArrayList<>();
        int clean = 0;
        int withFindings = 0;
        for (CheckResult result : results) {
            boolean whole = false;
            if (result instanceof CheckResult.Checked done) {
                all.addAll(done.findings());
                whole = done.unjudged() == 0;
                withFindings += done.findings().isEmpty() ? 0 : 1;
                clean += whole && done.findings().isEmpty() ? 1 : 0;
            }
            if (!whole) {
                unknown.add(new NotKnown(result, words.notKnown(result)));
            }
        }
        List<Found> found = found(all, snapshot, memory, words, now);
        Matrix matrix = Matrix.of(snapshot.grants(), rules, now);
        List<FindingRow> rows = new ArrayList<>(found);
        rows.addAll(unknown);
        rows.sort(Comparator.comparingInt(FindingRow::rank));
        FindingMarks marks =
                FindingMarks.of(
                        found.stream().filter(one -> one.waiver().isEmpty()).toList(),
                        forbidden(matrix));
        return new Findings(
                rows,
                counts(rows),
                withFindings,
                clean,
                results.size(),
                rules,
                matrix,
                // What has not changed need not be drawn again.
                marks.equals(snapshot.marks()) ? snapshot.marks() : marks,
                snapshot,
                now);
    }

    private static List<Integer> counts(List<FindingRow> rows) {
        int[] counts = new int[FindingRow.WAIVED + 1];
        rows.forEach(row -> counts[row.rank()]++);
        return Arrays.stream(counts).boxed().toList();
    }

    private static List<Found> found(
            List<DelegationFinding> all,
            GrantSnapshot snapshot,
            FindingMemory memory,
            FindingWords words,
            Instant now) {
        List<Instant> since = memory.firstSeen().of(all, now);
        Map<String, Waiver> waivers = memory.waivers().inForce(now);
        List<Found> found = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            DelegationFinding one = all.get(i);
            found.add(
                    new Found(
                            one.key(),
                            one,
                            words.what(one, snapshot.grants()),
                            words.chain(one, snapshot.grants()),
                            since.get(i),
                            Optional.ofNullable(waivers.get(one.key()))));
        }
        found.sort(Comparator.comparingInt(Found::rank).thenComparing(Found::check));
        return found;
    }

    private static Set<String> forbidden(Matrix matrix) {
        Set<String> ids = new HashSet<>();
        for (Matrix.Cell cell : matrix.cells()) {
            for (Matrix.Ruled ruled : cell.grants()) {
                if (ruled.verdict().isBroken()) {
                    ids.add(ruled.grant().id());
                }
            }
        }
        return ids;
    }

    int checksNotKnown() {
        return checks - checksFound - checksClean;
    }

    public int count(Severity severity) {
        return counts.get(severity.ordinal());
    }

    public int countFound() {
        return counts.stream().limit(FindingRow.NOT_KNOWN).mapToInt(Integer::intValue).sum();
    }

    public int countNotKnown() {
        return counts.get(FindingRow.NOT_KNOWN);
    }

    public int countWaived() {
        return counts.get(FindingRow.WAIVED);
    }

    /** The grants that a finding was seen at and that are still there. */
    List<Grant> grants(DelegationFinding finding, int most) {
        return finding.grants().stream()
                .limit(most)
                .flatMap(id -> of.grants().grant(id).stream())
                .toList();
    }
}
