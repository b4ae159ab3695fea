package dev.curfew.lab.rpc;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/**
 * Keyset paging by row number, as the real server does it: the token is the number of the last row
 * looked at, and only a page without a single row has no token. So every list ends with one extra,
 * empty page.
 */
public final class Pages {
    private static final long LARGEST_TOKEN = 0xFFFF_FFFFL;

    private Pages() {}

    /** Something with a row number. */
    public interface Row {
        /** Its place in the order of creation. */
        long row();
    }

    /**
     * One page.
     *
     * @param rows what it holds
     * @param nextToken where the next one begins; empty if there is none
     */
    public record Page<R extends Row>(List<R> rows, String nextToken) {}

    /**
     * Cuts a page.
     *
     * @param rowsAfter all rows after a number, in order
     * @param pageSize zero or less for everything at once
     * @param token of the page before; empty for the first
     * @param counted which rows take up room in a page
     * @param shown which of those are shown, so that pages may be short but never empty before the
     *     end
     * @throws BadToken if the token is not a number of at most 32 bits
     */
    public static <R extends Row> Page<R> cut(
            LongFunction<Iterator<R>> rowsAfter,
            int pageSize,
            String token,
            Predicate<R> counted,
            Predicate<R> shown) {
        if (pageSize <= 0) {
            return new Page<>(everything(rowsAfter.apply(0), counted.and(shown)), "");
        }
        var rows = rowsAfter.apply(token.isEmpty() ? 0 : parse(token));
        var page = new ArrayList<R>(Math.min(pageSize, 1024));
        var room = pageSize;
        long last = 0;
        while (rows.hasNext() && (room > 0 || page.isEmpty())) {
            if (room == 0) {
                room = pageSize;
            }
            var row = rows.next();
            if (counted.test(row)) {
                last = row.row();
                room--;
                if (shown.test(row)) {
                    page.add(row);
                }
            }
        }
        return new Page<>(page, page.isEmpty() ? "" : Long.toString(last));
    }

    private static <R> List<R> everything(Iterator<R> rows, Predicate<R> wanted) {
        var all = new ArrayList<R>();
        rows.forEachRemaining(row -> {
            if (wanted.test(row)) {
                all.add(row);
            }
        });
        return all;
    }

    private static long parse(String token) {
        if (!token.chars().allMatch(c -> c >= '0' && c <= '9') || token.length() > 18) {
            throw new BadToken(token);
        }
        var row = Long.parseLong(token);
        if (row > LARGEST_TOKEN) {
            throw new BadToken(token);
        }
        return row;
    }

    /** A token that is none. */
    public static final class BadToken extends RuntimeException {
        BadToken(String token) {
            super("could not parse token '" + token + "'", null, false, false);
        }

        /** The text of the lists that the real server reads with its own query. */
        public String asSqlText() {
            return "datastore-sql: rpc error: code = InvalidArgument desc = " + getMessage();
        }
    }
}
