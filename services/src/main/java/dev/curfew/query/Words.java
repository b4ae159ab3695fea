package dev.curfew.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a query's text apart into words, with their places. */
final class Words {
    private static final List<Operator> BY_LENGTH =
            List.of(
                    Operator.NOT_EQUAL,
                    Operator.AT_LEAST,
                    Operator.AT_MOST,
                    Operator.HAS,
                    Operator.EQUAL,
                    Operator.MORE,
                    Operator.LESS);

    /**
     * @param body the word without its minus sign and quotation marks
     * @param field and {@code operator}, {@code values}: empty for free text
     */
    record Word(
            int from,
            int to,
            boolean negated,
            boolean unclosed,
            String body,
            String field,
            Optional<Operator> operator,
            List<String> values) {}

    private Words() {}

    static List<Word> split(String text) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else {
                int end = end(text, at);
                words.add(word(text, at, end));
                at = end;
            }
        }
        return words;
    }

    /** The word that the caret is in or behind; an empty one where there is none. */
    static Word at(String text, int caret) {
        for (Word word : split(text)) {
            if (word.from() <= caret && caret <= word.to()) {
                return word;
            }
        }
        return new Word(caret, caret, false, false, "", "", Optional.empty(), List.of());
    }

    private static int end(String text, int from) {
        boolean quoted = false;
        int at = from;
        while (at < text.length() && (quoted || !Character.isWhitespace(text.charAt(at)))) {
            quoted ^= text.charAt(at) == '"';
            at++;
        }
        return at;
    }

    private static Word word(String text, int from, int to) {
        String raw = text.substring(from, to);
        boolean negated = raw.startsWith("-") && raw.length() > 1 || raw.equals("-");
        String body = negated ? raw.substring(1) : raw;
        boolean unclosed = body.chars().filter(c -> c == '"').count() % 2 == 1;
        // A whole SPIFFE ID is free text, although it has a colon.
        int sign = body.startsWith("spiffe://") || body.startsWith("\"") ? -1 : firstSign(body);
        if (sign <= 0) {
            return new Word(
                    from, to, negated, unclosed, unquoted(body), "", Optional.empty(), List.of());
        }
        Operator operator =
                BY_LENGTH.stream()
                        .filter(o -> body.startsWith(o.sign(), sign))
                        .findFirst()
                        .orElse(Operator.HAS);
        String value = body.substring(sign + operator.sign().length());
        return new Word(
                from,
                to,
                negated,
                unclosed,
                body,
                body.substring(0, sign),
                Optional.of(operator),
                values(value));
    }

    private static int firstSign(String body) {
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            boolean bang = c == '!' && i + 1 < body.length() && body.charAt(i + 1) == '=';
            if (bang || ":=<>".indexOf(c) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> values(String value) {
        List<String> values = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (char c : value.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                values.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        values.add(part.toString());
        values.removeIf(String::isEmpty);
        return values;
    }

    private static String unquoted(String body) {
        return body.replace("\"", "");
    }
}
