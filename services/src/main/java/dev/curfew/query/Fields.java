package dev.curfew.query;

import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.query.QueryField.BadValue;
import dev.curfew.text.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The kinds of fields that a query language is put together from. */
public final class Fields {
    private static final List<String> YES_NO = List.of("true", "false");

    private Fields() {}

    /** Text of a row. */
    public static QueryField text(
            String name, String help, Supplier<List<String>> values, IntFunction<String> text) {
        return new QueryField(
                name,
                help,
                values,
                (operator, value) -> {
                    Predicate<String> match = match(operator, value);
                    return row -> match.test(text.apply(row));
                });
    }

    /** Several texts of a row; one that matches is enough. */
    public static QueryField texts(
            String name,
            String help,
            Supplier<List<String>> values,
            IntFunction<List<String>> texts) {
        return new QueryField(
                name,
                help,
                values,
                (operator, value) -> {
                    if (operator == Operator.NOT_EQUAL) {
                        Predicate<String> match = match(Operator.EQUAL, value);
                        return row -> texts.apply(row).stream().noneMatch(match);
                    }
                    Predicate<String> match = match(operator, value);
                    return row -> texts.apply(row).stream().anyMatch(match);
                });
    }

    /** Text of an object that many rows share: it is compared once for each object. */
    public static <T> QueryField shared(
            String name,
            String help,
            Supplier<List<String>> values,
            IntFunction<T> object,
            Function<T, List<String>> texts) {
        return new QueryField(
                name,
                help,
                values,
                (operator, value) -> {
                    boolean not = operator == Operator.NOT_EQUAL;
                    Predicate<String> match = match(not ? Operator.EQUAL : operator, value);
                    IntPredicate any =
                            onceEach(object, o -> texts.apply(o).stream().anyMatch(match));
                    return not ? any.negate() : any;
                });
    }

    /**
     * A test of shared objects that is made once for each. The test is for one thread at a time.
     */
    public static <T> IntPredicate onceEach(IntFunction<T> object, Predicate<T> test) {
        Map<T, Boolean> known = new IdentityHashMap<>();
        return row -> known.computeIfAbsent(object.apply(row), test::test);
    }

    /** Yes or no. */
    public static QueryField flag(String name, String help, IntPredicate flag) {
        return new QueryField(
                name,
                help,
                () -> YES_NO,
                (operator, value) -> {
                    refuseComparing(operator, "true or false");
                    boolean wanted =
                            switch (value.toLowerCase(Locale.ROOT)) {
                                case "true", "yes" -> true;
                                case "false", "no" -> false;
                                default -> throw new BadValue("write true or false");
                            };
                    return wanted == (operator != Operator.NOT_EQUAL) ? flag : flag.negate();
                });
    }

    /** A count. */
    public static QueryField number(String name, String help, IntToLongFunction number) {
        return new QueryField(
                name,
                help,
                List::of,
                (operator, value) -> {
                    long wanted;
                    try {
                        wanted = Long.parseLong(value);
                    } catch (NumberFormatException e) {
                        throw new BadValue("write a whole number");
                    }
                    return row -> operator.holds(Long.compare(number.applyAsLong(row), wanted));
                });
    }

    /**
     * A length of time in seconds, such as a TTL.
     *
     * @param isDefault whether the row leaves it to the server, asked for by {@code default}
     */
    public static QueryField duration(
            String name, String help, IntToLongFunction seconds, IntPredicate isDefault) {
        return new QueryField(
                name,
                help,
                () -> List.of("5m", "1h", "24h", "default"),
                (operator, value) -> {
                    if (value.equals("default")) {
                        refuseComparing(operator, "default");
                        return operator == Operator.NOT_EQUAL ? isDefault.negate() : isDefault;
                    }
                    long wanted = parse(value).toSeconds();
                    return row -> operator.holds(Long.compare(seconds.applyAsLong(row), wanted));
                });
    }

    /**
     * A moment to come, asked for by the time that is left: {@code expires<2d}.
     *
     * @param epochSeconds 0 = never
     */
    public static QueryField timeLeft(
            String name, String help, IntToLongFunction epochSeconds, Instant now) {
        return new QueryField(
                        name,
                        help,
                        () -> List.of("2d", "never", "past"),
                        (operator, value) -> {
                            long from = now.getEpochSecond();
                            switch (value) {
                                case "never" -> {
                                    refuseComparing(operator, "never");
                                    boolean not = operator == Operator.NOT_EQUAL;
                                    return row -> (epochSeconds.applyAsLong(row) == 0) != not;
                                }
                                case "past" -> {
                                    refuseComparing(operator, "past");
                                    boolean not = operator == Operator.NOT_EQUAL;
                                    return row -> {
                                        long end = epochSeconds.applyAsLong(row);
                                        return (end != 0 && end <= from) != not;
                                    };
                                }
                                default -> {
                                    long wanted = parse(value).toSeconds();
                                    return row -> {
                                        long end = epochSeconds.applyAsLong(row);
                                        long left = end == 0 ? Long.MAX_VALUE : end - from;
                                        return operator.holds(Long.compare(left, wanted));
                                    };
                                }
                            }
                        })
                .followingTheClock();
    }

    /**
     * A moment that has passed, asked for by its age: {@code created>30d}.
     *
     * @param epochSeconds 0 = unknown, which no query finds
     */
    public static QueryField age(
            String name, String help, IntToLongFunction epochSeconds, Instant now) {
        return new QueryField(
                        name,
                        help,
                        () -> List.of("1h", "7d", "90d"),
                        (operator, value) -> {
                            long wanted = parse(value).toSeconds();
                            return row -> {
                                long at = epochSeconds.applyAsLong(row);
                                return at != 0
                                        && operator.holds(
                                                Long.compare(now.getEpochSecond() - at, wanted));
                            };
                        })
                .followingTheClock();
    }

    /** One of a few names. */
    public static <E extends Enum<E>> QueryField oneOf(
            String name, String help, Class<E> type, IntFunction<E> value) {
        List<String> names =
                Arrays.stream(type.getEnumConstants())
                        .map(e -> e.name().toLowerCase(Locale.ROOT))
                        .toList();
        return new QueryField(
                name,
                help,
                () -> names,
                (operator, wanted) -> {
                    refuseComparing(operator, "a name");
                    if (!names.contains(wanted.toLowerCase(Locale.ROOT))) {
                        throw new BadValue("write one of " + String.join(", ", names));
                    }
                    E constant = Enum.valueOf(type, wanted.toUpperCase(Locale.ROOT));
                    boolean not = operator == Operator.NOT_EQUAL;
                    return row -> (value.apply(row) == constant) != not;
                });
    }

    /**
     * A test that is prepared once for the whole list, such as "served by a node of this name": not
     * before its first row, so that looking for mistakes costs nothing. For one thread at a time.
     */
    public static QueryField prepared(
            String name,
            String help,
            Supplier<List<String>> values,
            Function<Predicate<String>, IntPredicate> prepare) {
        return new QueryField(
                name,
                help,
                values,
                (operator, value) -> {
                    boolean not = operator == Operator.NOT_EQUAL;
                    Predicate<String> match = match(not ? Operator.EQUAL : operator, value);
                    IntPredicate test = atFirstRow(() -> prepare.apply(match));
                    return not ? test.negate() : test;
                });
    }

    private static IntPredicate atFirstRow(Supplier<IntPredicate> prepare) {
        AtomicReference<@Nullable IntPredicate> prepared = new AtomicReference<>();
        return row -> {
            IntPredicate test = prepared.get();
            if (test == null) {
                test = prepare.get();
                prepared.set(test);
            }
            return test.test(row);
        };
    }

    private static Predicate<String> match(Operator operator, String value) {
        return switch (operator) {
            case HAS -> TextMatch.has(value);
            case EQUAL -> TextMatch.equal(value);
            case NOT_EQUAL -> TextMatch.equal(value).negate();
            default -> throw new BadValue("text is compared with : = or !=");
        };
    }

    private static void refuseComparing(Operator operator, String what) {
        if (operator.compares()) {
            throw new BadValue(what + " can not be compared with " + operator.sign());
        }
    }

    private static Duration parse(String value) {
        return switch (Durations.parse(value, Durations.Zero.ALLOWED)) {
            case Ok<Duration>(var duration) -> duration;
            case Failed<Duration>(var failure) -> throw new BadValue(failure.detail());
        };
    }
}
