package dev.curfew.lab.policy;

/** How OpenFGA spells what stands in a tuple. Pure. */
final class Names {
    static final String ANYONE = "*";

    private Names() {}

    /** What stands before the colon; empty without one. */
    static String type(String object) {
        var colon = object.indexOf(':');
        return colon < 0 ? "" : object.substring(0, colon);
    }

    /** What stands behind the colon; all of it without one. */
    static String id(String object) {
        return object.substring(object.indexOf(':') + 1);
    }

    /** A user without its relation. */
    static String object(String user) {
        var hash = user.lastIndexOf('#');
        return hash < 0 ? user : user.substring(0, hash);
    }

    /** The relation of a user such as {@code group:x#member}; empty if it has none. */
    static String relation(String user) {
        var hash = user.lastIndexOf('#');
        return hash < 0 ? "" : user.substring(hash + 1);
    }

    /** Everyone of a type. */
    static boolean isWildcard(String user) {
        return !type(user).isEmpty() && id(user).equals(ANYONE);
    }

    static boolean isObject(String text) {
        var colon = text.indexOf(':');
        return colon > 0
                && colon < text.length() - 1
                && text.indexOf(':', colon + 1) < 0
                && text.chars().noneMatch(c -> c == '#' || c == ' ' || Character.isISOControl(c));
    }

    static boolean isUserset(String text) {
        var hash = text.indexOf('#');
        return hash > 0
                && isObject(text.substring(0, hash))
                && text.indexOf('*', text.indexOf(':')) < 0
                && isRelation(text.substring(hash + 1));
    }

    static boolean isRelation(String text) {
        return !text.isEmpty()
                && text.chars()
                        .noneMatch(c ->
                                c == '#'
                                        || c == ':'
                                        || c == '@'
                                        || c == ' '
                                        || Character.isISOControl(c));
    }

    static boolean isUser(String text) {
        return isObject(text) || isUserset(text) || isBare(text);
    }

    private static boolean isBare(String text) {
        return !text.isEmpty()
                && text.chars()
                        .noneMatch(
                                c -> c == '#' || c == ':' || c == ' ' || Character.isISOControl(c));
    }

    /** A tuple in one line. */
    static String line(String object, String relation, String user) {
        return object + "#" + relation + "@" + user;
    }
}
