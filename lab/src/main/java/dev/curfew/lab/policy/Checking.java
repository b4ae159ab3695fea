package dev.curfew.lab.policy;

import dev.curfew.wire.openfga.TupleKey;
import dev.curfew.wire.openfga.Userset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Follows a question through the rewrites of a model. A mistake on one way counts only if no other
 * way decides, so the order of ways does not matter.
 */
final class Checking {
    /** More steps than this are refused; 25 as the server ships. */
    static final int DEPTH = 25;

    private final Facts facts;
    private final String user;

    /** What came out. */
    private enum Answer {
        YES,
        NO,
        /** It came back to where it was: no, and not to be taken for a no that excludes. */
        CYCLE
    }

    Checking(Facts facts, String user) {
        this.facts = facts;
        this.user = user;
    }

    /**
     * Whether the user has the relation to the object.
     *
     * @throws PolicyRefusal if nobody can say
     */
    boolean has(String object, String relation) {
        return step(object, relation, 0, Set.of()) == Answer.YES;
    }

    private Answer step(String object, String relation, int depth, Set<String> way) {
        if (depth == DEPTH) {
            throw PolicyRefusal.tooDeep();
        }
        var here = object + "#" + relation;
        if (way.contains(here)) {
            return Answer.CYCLE;
        }
        if (user.equals(here)) {
            return Answer.YES;
        }
        var type = Names.type(object);
        var how = facts.model().relation(type, relation);
        if (how.isEmpty() || !facts.model().leadsTo(user, type, relation)) {
            return Answer.NO;
        }
        var further = new HashSet<>(way);
        further.add(here);
        return rewrite(how.get(), new Place(object, relation, depth, further));
    }

    /** Where the way is. */
    private record Place(String object, String relation, int depth, Set<String> way) {}

    private Answer go(String object, String relation, Place from) {
        return step(object, relation, from.depth() + 1, from.way());
    }

    private Answer rewrite(Userset how, Place at) {
        return switch (how.getUsersetCase()) {
            case THIS, USERSET_NOT_SET -> any(direct(at));
            // Another name for the same place: no step further.
            case COMPUTED_USERSET ->
                    step(at.object(), how.getComputedUserset().getRelation(), at.depth(), at.way());
            case TUPLE_TO_USERSET ->
                    any(
                            through(
                                    at,
                                    how.getTupleToUserset().getTupleset().getRelation(),
                                    how.getTupleToUserset().getComputedUserset().getRelation()));
            case UNION -> any(children(how.getUnion().getChildList(), at));
            case INTERSECTION -> all(children(how.getIntersection().getChildList(), at));
            case DIFFERENCE ->
                    without(
                            () -> rewrite(how.getDifference().getBase(), at),
                            () -> rewrite(how.getDifference().getSubtract(), at));
        };
    }

    private Stream<Supplier<Answer>> children(List<Userset> children, Place at) {
        return children.stream().map(child -> () -> rewrite(child, at));
    }

    private Stream<Supplier<Answer>> direct(Place at) {
        var everyone = Names.type(user) + ":" + Names.ANYONE;
        return facts.of(at.object(), at.relation()).stream()
                .filter(tuple -> !Names.isWildcard(tuple.getUser()) || isFor(everyone, tuple))
                .filter(tuple -> Names.isUserset(tuple.getUser()) || isDirect(everyone, tuple))
                .map(tuple -> () -> follow(tuple, at));
    }

    private boolean isDirect(String everyone, TupleKey tuple) {
        return tuple.getUser().equals(user) || isFor(everyone, tuple);
    }

    /** Everyone of a type are its objects, not the sets that they make up. */
    private boolean isFor(String everyone, TupleKey tuple) {
        return Names.relation(user).isEmpty() && tuple.getUser().equals(everyone);
    }

    private Answer follow(TupleKey tuple, Place at) {
        if (!facts.holds(tuple)) {
            return Answer.NO;
        }
        var who = tuple.getUser();
        return Names.isUserset(who) && !who.equals(user)
                ? go(Names.object(who), Names.relation(who), at)
                : Answer.YES;
    }

    private Stream<Supplier<Answer>> through(Place at, String tupleset, String relation) {
        return facts.of(at.object(), tupleset).stream()
                .filter(tuple ->
                        facts.model().relation(Names.type(tuple.getUser()), relation).isPresent())
                .map(tuple ->
                        () -> facts.holds(tuple) ? go(tuple.getUser(), relation, at) : Answer.NO);
    }

    private static Answer any(Stream<Supplier<Answer>> ways) {
        @Nullable PolicyRefusal first = null;
        var answer = Answer.NO;
        for (var way : ways.toList()) {
            try {
                switch (way.get()) {
                    case YES -> {
                        return Answer.YES;
                    }
                    case CYCLE -> answer = Answer.CYCLE;
                    case NO -> {}
                }
            } catch (PolicyRefusal refusal) {
                first = first == null ? refusal : first;
            }
        }
        if (first != null) {
            throw first;
        }
        return answer;
    }

    private static Answer all(Stream<Supplier<Answer>> ways) {
        @Nullable PolicyRefusal first = null;
        for (var way : ways.toList()) {
            try {
                var answer = way.get();
                if (answer != Answer.YES) {
                    return answer;
                }
            } catch (PolicyRefusal refusal) {
                first = first == null ? refusal : first;
            }
        }
        if (first != null) {
            throw first;
        }
        return Answer.YES;
    }

    private static Answer without(Supplier<Answer> base, Supplier<Answer> subtract) {
        // A way that comes back to itself excludes: better too little than too much.
        var rest = all(Stream.of(base, () -> subtract.get() == Answer.NO ? Answer.YES : Answer.NO));
        return rest == Answer.YES ? Answer.YES : Answer.NO;
    }
}
