package dev.curfew.lab.policy;

import dev.curfew.lab.policy.TupleStore.Page;
import dev.curfew.wire.openfga.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Continuation tokens: a number, and of changes the type that was asked for. */
final class Tokens {
    private static final int DEFAULT_PAGE = 50;
    private static final char BAR = '|';

    private Tokens() {}

    static int size(boolean sized, int size) {
        return sized ? size : DEFAULT_PAGE;
    }

    static String write(long number) {
        return encode(String.valueOf(number));
    }

    static String write(long number, String type) {
        return encode(String.valueOf(number) + BAR + type);
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The number in a token; 0 if it is empty.
     *
     * @throws PolicyRefusal if it is none of ours
     */
    static long read(String token) {
        return token.isEmpty() ? 0 : number(decode(token));
    }

    /** The same for a list of changes, which must be of the same type throughout. */
    static long read(String token, String type) {
        if (token.isEmpty()) {
            return 0;
        }
        var text = decode(token);
        var bar = text.indexOf(BAR);
        if (bar < 0) {
            throw bad();
        }
        if (!text.substring(bar + 1).equals(type)) {
            throw PolicyRefusal.of(
                    ErrorCode.query_string_type_continuation_token_mismatch,
                    "The type in the querystring and the continuation token don't match");
        }
        return number(text.substring(0, bar));
    }

    /** Part of a list that is kept in one piece. */
    static <T> Page<T> cut(List<T> all, String token, int size) {
        var from = (int) Math.min(read(token), all.size());
        var to = Math.min(all.size(), from + size);
        return new Page<>(
                all.subList(from, to), to < all.size() ? Optional.of((long) to) : Optional.empty());
    }

    private static String decode(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw bad();
        }
    }

    private static long number(String text) {
        if (text.isEmpty()
                || text.length() > 18
                || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw bad();
        }
        return Long.parseLong(text);
    }

    private static PolicyRefusal bad() {
        return PolicyRefusal.of(ErrorCode.invalid_continuation_token, "Invalid continuation token");
    }
}
