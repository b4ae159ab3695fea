package dev.curfew.query;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * One word that a query may ask for.
 *
 * @param name as it is typed
 * @param help what it means, in a few words, for completion and {@code --help}
 * @param values what completion offers behind it; may be costly, so it is only called then
 * @param timed what it finds depends on the moment it is asked, not on the rows alone
 */
public record QueryField(
        String name, String help, Supplier<List<String>> values, Compiler compiler, boolean timed) {

    QueryField(String name, String help, Supplier<List<String>> values, Compiler compiler) {
        this(name, help, values, compiler, false);
    }

    /** The same, where the rows that it finds change as time goes by. */
    public QueryField followingTheClock() {
        return new QueryField(name, help, values, compiler, true);
    }

    /** Makes a test of one operator and value. */
    interface Compiler {
        /** Throws {@link BadValue} with what is wrong. */
        IntPredicate compile(Operator operator, String value);
    }

    /** A value that can not be meant; the message says why. */
    static final class BadValue extends RuntimeException {
        private static final long serialVersionUID = 1;

        BadValue(String message) {
            super(message, null, false, false);
        }
    }
}
