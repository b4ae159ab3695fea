package dev.curfew.lab.policy;

import dev.curfew.wire.openfga.RelationReference;
import dev.curfew.wire.openfga.TupleKey;
import java.util.Optional;

/** What a model says about a tuple. */
final class TupleRules {
    private final Model model;

    TupleRules(Model model) {
        this.model = model;
    }

    /** What is wrong with a tuple that is to be written; empty if nothing is. */
    Optional<String> mistake(TupleKey tuple) {
        return words(tuple.getUser(), tuple.getRelation(), tuple.getObject())
                .map(why -> plain(tuple, why))
                .or(() -> readMistake(tuple));
    }

    /** What is wrong with a tuple that is there already, maybe from the time of another model. */
    private Optional<String> readMistake(TupleKey tuple) {
        return tupleset(tuple)
                .or(() -> restriction(tuple))
                .map(why -> plain(tuple, why))
                .or(() -> condition(tuple).map(why -> conditional(tuple, why)));
    }

    /** Whether a tuple that is there counts. */
    boolean counts(TupleKey tuple) {
        return readMistake(tuple).isEmpty();
    }

    /** What is wrong with the three words of a tuple; empty if the model knows each. */
    Optional<String> words(String user, String relation, String object) {
        return user(user).or(() -> object(object)).or(() -> relation(object, relation));
    }

    /** What is wrong with a user. */
    Optional<String> user(String user) {
        if (!Names.isUser(user)) {
            return Optional.of("the 'user' field is malformed");
        }
        if (!Names.isObject(user) && !Names.isUserset(user)) {
            return Optional.of(
                    "the 'user' field must be an object (e.g. document:1) or an 'object#relation'"
                            + " or a typed wildcard (e.g. group:*)");
        }
        var type = Names.type(user);
        if (!model.hasType(type)) {
            return Optional.of("type '%s' not found".formatted(type));
        }
        return Names.isUserset(user) && model.relation(type, Names.relation(user)).isEmpty()
                ? Optional.of(noRelation(type, Names.relation(user)))
                : Optional.empty();
    }

    /** What is wrong with the object of a question. */
    Optional<String> object(String object) {
        if (!Names.isObject(object)) {
            return Optional.of("invalid 'object' field format");
        }
        if (Names.isWildcard(object)) {
            return Optional.of("the 'object' field cannot reference a typed wildcard");
        }
        return model.hasType(Names.type(object))
                ? Optional.empty()
                : Optional.of("type '%s' not found".formatted(Names.type(object)));
    }

    /** What is wrong with the relation of a question. */
    Optional<String> relation(String object, String relation) {
        if (!Names.isRelation(relation)) {
            return Optional.of("the 'relation' field is malformed");
        }
        return model.relation(Names.type(object), relation).isEmpty()
                ? Optional.of(noRelation(Names.type(object), relation))
                : Optional.empty();
    }

    static String noRelation(String type, String relation) {
        return "relation '%s#%s' not found".formatted(type, relation);
    }

    private Optional<String> tupleset(TupleKey tuple) {
        var type = Names.type(tuple.getObject());
        var relation = tuple.getRelation();
        if (!model.isTupleset(type, relation)) {
            return Optional.empty();
        }
        if (Names.isWildcard(tuple.getUser())) {
            return Optional.of(
                    "unexpected wildcard relationship with tupleset relation '%s#%s'"
                            .formatted(type, relation));
        }
        return Names.isObject(tuple.getUser())
                ? Optional.empty()
                : Optional.of(
                        "unexpected user '%s' with tupleset relation '%s#%s'"
                                .formatted(tuple.getUser(), type, relation));
    }

    private Optional<String> restriction(TupleKey tuple) {
        var type = Names.type(tuple.getObject());
        var user = tuple.getUser();
        if (model.restrictions(type, tuple.getRelation()).stream()
                .anyMatch(one -> fits(one, user))) {
            return Optional.empty();
        }
        var place = "'%s#%s'".formatted(type, tuple.getRelation());
        if (Names.isUserset(user)) {
            return Optional.of(
                    "'%s#%s' is not an allowed type restriction for %s"
                            .formatted(Names.type(user), Names.relation(user), place));
        }
        return Optional.of(
                Names.isWildcard(user)
                        ? "the typed wildcard '%s' is not an allowed type restriction for %s"
                                .formatted(user, place)
                        : "type '%s' is not an allowed type restriction for %s"
                                .formatted(Names.type(user), place));
    }

    private static boolean fits(RelationReference who, String user) {
        return who.getType().equals(Names.type(user))
                && who.getRelation().equals(Names.relation(user))
                && who.hasWildcard() == Names.isWildcard(user);
    }

    private Optional<String> condition(TupleKey tuple) {
        var allowed =
                model.restrictions(Names.type(tuple.getObject()), tuple.getRelation()).stream()
                        .filter(one -> fits(one, tuple.getUser()))
                        .map(RelationReference::getCondition)
                        .toList();
        if (!tuple.hasCondition()) {
            return allowed.contains("") ? Optional.empty() : Optional.of("condition is missing");
        }
        var name = tuple.getCondition().getName();
        if (!model.conditions().has(name)) {
            return Optional.of("undefined condition");
        }
        return allowed.contains(name)
                ? model.conditions().mistake(name, tuple.getCondition().getContext())
                : Optional.of("invalid condition for type restriction");
    }

    private static String plain(TupleKey tuple, String why) {
        return "Invalid tuple '%s'. Reason: %s".formatted(line(tuple), why);
    }

    private static String conditional(TupleKey tuple, String why) {
        var condition =
                tuple.hasCondition()
                        ? " (condition %s)".formatted(tuple.getCondition().getName())
                        : "";
        return "Invalid tuple '%s%s'. Reason: %s".formatted(line(tuple), condition, why);
    }

    static String line(TupleKey tuple) {
        return Names.line(tuple.getObject(), tuple.getRelation(), tuple.getUser());
    }
}
