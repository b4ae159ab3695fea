package dev.curfew.delegation.rules;

import dev.curfew.delegation.Party;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The matrix with those together who are of one kind, so that it can be read. Immutable.
 *
 * @param from groups that delegate
 * @param to groups that are delegated to
 * @param cells those where a delegation is there, or a rule says something
 * @param left how many rows and columns there was no room for
 */
public record Grouped(
        List<Group> from, List<Group> to, Map<Pair, Cell> cells, int leftFrom, int leftTo) {
    /** Who stands together. */
    public enum By {
        PARTY,
        /** Workloads whose SPIFFE IDs differ in their last part alone, and all people. */
        CLASS,
        TRUST_DOMAIN
    }

    /**
     * @param name as a rule would name them
     */
    public record Group(String name, int members, boolean people) implements Comparable<Group> {
        private static final Comparator<Group> ORDER =
                Comparator.comparing((Group group) -> !group.people()).thenComparing(Group::name);

        @Override
        public int compareTo(Group other) {
            return ORDER.compare(this, other);
        }
    }

    public record Pair(String from, String to) {}

    /** What the rules say of a delegation between two groups, whatever it is about. */
    public enum Stance {
        FORBIDDEN,
        /** For some of them, or for some scopes, depths or times. */
        FORBIDDEN_IN_PART,
        ALLOWED,
        /** The same of what is allowed. */
        ALLOWED_IN_PART,
        DEFAULT
    }

    /**
     * @param rules that are about it, in their order
     * @param grants what is really there
     */
    public record Cell(Stance stance, List<Rule> rules, List<Matrix.Ruled> grants) {
        public Cell {
            rules = List.copyOf(rules);
            grants = List.copyOf(grants);
        }

        /** Whether nothing is there and the default alone decides. */
        public boolean isByDefault() {
            return grants.isEmpty() && stance == Stance.DEFAULT;
        }

        /** How many are there that the rules do not want. */
        public int broken() {
            return (int) grants.stream().filter(one -> one.verdict().isBroken()).count();
        }

        /** How many nobody can judge: what their rule depends on is not known. */
        public int undecided() {
            return (int)
                    grants.stream()
                            .filter(one -> one.verdict() instanceof Verdict.Undecided)
                            .count();
        }
    }

    public Grouped {
        from = List.copyOf(from);
        to = List.copyOf(to);
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    public Optional<Cell> cell(Group row, Group column) {
        return Optional.ofNullable(cells.get(new Pair(row.name(), column.name())));
    }

    /** The finest that has no more rows and columns than that; trust domains if none has. */
    public static By finest(Matrix matrix, int most) {
        for (By by : By.values()) {
            if (names(matrix, by, true).size() <= most && names(matrix, by, false).size() <= most) {
                return by;
            }
        }
        return By.TRUST_DOMAIN;
    }

    private static SortedSet<String> names(Matrix matrix, By by, boolean from) {
        SortedSet<String> names = new TreeSet<>();
        matrix.cells().forEach(cell -> names.add(name(from ? cell.from() : cell.to(), by)));
        return names;
    }

    /**
     * @param most rows, and as many columns; those with most that is broken, then with most that is
     *     there, stay
     */
    public static Grouped of(Matrix matrix, DelegationRules rules, By by, int most) {
        Side from = new Side(by, rules);
        Side to = new Side(by, rules);
        Map<Pair, List<Matrix.Ruled>> there = new HashMap<>();
        for (Matrix.Cell cell : matrix.cells()) {
            String row = from.add(cell.from(), cell.grants());
            String column = to.add(cell.to(), cell.grants());
            there.computeIfAbsent(new Pair(row, column), _ -> new ArrayList<>())
                    .addAll(cell.grants());
        }
        List<Group> rows = from.shown(most);
        List<Group> columns = to.shown(most);
        Map<Pair, Cell> cells = new LinkedHashMap<>();
        for (Group row : rows) {
            for (Group column : columns) {
                Pair pair = new Pair(row.name(), column.name());
                List<Matrix.Ruled> grants = there.getOrDefault(pair, List.of());
                Cell cell = cell(rules, from.members(row), to.members(column), grants);
                if (!cell.grants().isEmpty() || !cell.rules().isEmpty()) {
                    cells.put(pair, cell);
                }
            }
        }
        return new Grouped(
                rows, columns, cells, from.size() - rows.size(), to.size() - columns.size());
    }

    private static Cell cell(
            DelegationRules rules, Side.Members from, Side.Members to, List<Matrix.Ruled> grants) {
        Stance stance = Stance.DEFAULT;
        List<Rule> about = new ArrayList<>();
        for (int i = 0; i < rules.rules().size(); i++) {
            int rows = from.hits(i, true);
            int columns = to.hits(i, false);
            if (rows == 0 || columns == 0) {
                continue;
            }
            Rule rule = rules.rules().get(i);
            about.add(rule);
            boolean whole = rows == from.size() && columns == to.size() && !rule.isLimited();
            Stance says =
                    rule.effect() == Rule.Effect.FORBID
                            ? whole ? Stance.FORBIDDEN : Stance.FORBIDDEN_IN_PART
                            : whole ? Stance.ALLOWED : Stance.ALLOWED_IN_PART;
            // They stand in the order in which they win.
            stance = says.compareTo(stance) < 0 ? says : stance;
        }
        if (stance == Stance.FORBIDDEN_IN_PART && rules.byDefault() == Rule.Effect.FORBID) {
            // What is left over is forbidden as well, unless a rule allows some of it.
            stance =
                    about.stream().anyMatch(rule -> rule.effect() == Rule.Effect.ALLOW)
                            ? Stance.ALLOWED_IN_PART
                            : Stance.DEFAULT;
        }
        return new Cell(stance, about, grants);
    }

    static String name(Party party, By by) {
        Optional<String> domain = party.trustDomainName();
        if (domain.isEmpty()) {
            return by == By.PARTY ? party.display() : party.type() + ":*";
        }
        return switch (by) {
            case PARTY -> party.display();
            case CLASS -> party.display().substring(0, lastSlash(party.display()) + 1) + "*";
            case TRUST_DOMAIN -> domain.get();
        };
    }

    private static int lastSlash(String id) {
        return id.lastIndexOf('/');
    }
}
