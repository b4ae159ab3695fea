package dev.curfew.lab.policy;

import dev.curfew.wire.openfga.ListUsersRequest;
import dev.curfew.wire.openfga.ListUsersResponse;
import dev.curfew.wire.openfga.Object;
import dev.curfew.wire.openfga.TypedWildcard;
import dev.curfew.wire.openfga.User;
import dev.curfew.wire.openfga.UserTypeFilter;
import dev.curfew.wire.openfga.Userset;
import dev.curfew.wire.openfga.UsersetUser;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Who has a relation to an object, as far as tuples name them; everyone is one of them. */
final class ListingUsers {
    private final Facts facts;
    private final String type;
    private final String relation;
    private final String everyone;

    private ListingUsers(Facts facts, UserTypeFilter filter) {
        this.facts = facts;
        this.type = filter.getType();
        this.relation = filter.getRelation();
        this.everyone = type + ":" + Names.ANYONE;
    }

    static void shape(ListUsersRequest request) {
        Shape.storeAndModel(
                "ListUsersRequest", request.getStoreId(), request.getAuthorizationModelId());
        Shape.present("ListUsersRequest.Object", request.hasObject());
        Shape.inside(
                "ListUsersRequest.Object",
                () -> {
                    Shape.matches("Object.Type", request.getObject().getType(), Shape.TYPE);
                    Shape.matches("Object.Id", request.getObject().getId(), Shape.OBJECT_ID);
                });
        Shape.matches("ListUsersRequest.Relation", request.getRelation(), Shape.RELATION);
        if (request.getUserFiltersCount() != 1) {
            throw Shape.wrong(
                    "ListUsersRequest.UserFilters", "value must contain exactly 1 item(s)");
        }
        Shape.inside(
                "ListUsersRequest.UserFilters[0]",
                () -> {
                    var filter = request.getUserFilters(0);
                    Shape.matches("UserTypeFilter.Type", filter.getType(), Shape.TYPE);
                    Shape.matchesIfSet(
                            "UserTypeFilter.Relation", filter.getRelation(), Shape.RELATION);
                });
        Shape.atMost("ListUsersRequest.ContextualTuples", request.getContextualTuplesCount());
        Shape.tuples("ListUsersRequest.ContextualTuples", request.getContextualTuplesList());
    }

    static ListUsersResponse answer(ListUsersRequest request, PolicyStore store) {
        var model = store.meant(request.getAuthorizationModelId());
        var contextual = request.getContextualTuplesList();
        var facts = new Facts(model, store.tuples(), contextual, request.getContext());
        facts.refuseBad(contextual);
        var filter = request.getUserFilters(0);
        if (filter.getRelation().isEmpty()) {
            ListingObjects.knowType(model, filter.getType());
        } else {
            ListingObjects.know(model, filter.getType(), filter.getRelation());
        }
        ListingObjects.know(model, request.getObject().getType(), request.getRelation());
        var object = request.getObject().getType() + ":" + request.getObject().getId();
        var users =
                new ListingUsers(facts, filter).step(object, request.getRelation(), 0, Set.of());
        return ListUsersResponse.newBuilder()
                .addAllUsers(
                        new TreeSet<>(users)
                                .stream()
                                        .limit(ListingObjects.MOST)
                                        .map(ListingUsers::wire)
                                        .toList())
                .build();
    }

    private Set<String> step(String object, String asked, int depth, Set<String> way) {
        if (depth == Checking.DEPTH) {
            throw PolicyRefusal.tooDeep();
        }
        var here = object + "#" + asked;
        var how = facts.model().relation(Names.type(object), asked);
        var found = new HashSet<String>();
        if (isWanted(here)) {
            found.add(here);
        }
        if (how.isPresent() && !way.contains(here)) {
            var further = new HashSet<>(way);
            further.add(here);
            found.addAll(rewrite(how.get(), object, asked, depth, further));
        }
        return found;
    }

    private boolean isWanted(String user) {
        return Names.type(user).equals(type) && Names.relation(user).equals(relation);
    }

    private Set<String> rewrite(
            Userset how, String object, String asked, int depth, Set<String> way) {
        return switch (how.getUsersetCase()) {
            case THIS, USERSET_NOT_SET -> direct(object, asked, depth, way);
            case COMPUTED_USERSET ->
                    step(object, how.getComputedUserset().getRelation(), depth, way);
            case TUPLE_TO_USERSET -> {
                var tupleset = how.getTupleToUserset().getTupleset().getRelation();
                var further = how.getTupleToUserset().getComputedUserset().getRelation();
                var found = new HashSet<String>();
                facts.of(object, tupleset).stream()
                        .filter(facts::holds)
                        .forEach(tuple ->
                                found.addAll(step(tuple.getUser(), further, depth + 1, way)));
                yield found;
            }
            case UNION -> {
                var found = new HashSet<String>();
                parts(how.getUnion().getChildList(), object, asked, depth, way)
                        .forEach(found::addAll);
                yield found;
            }
            case INTERSECTION ->
                    inAll(parts(how.getIntersection().getChildList(), object, asked, depth, way));
            case DIFFERENCE ->
                    without(
                            rewrite(how.getDifference().getBase(), object, asked, depth, way),
                            rewrite(how.getDifference().getSubtract(), object, asked, depth, way));
        };
    }

    private List<Set<String>> parts(
            List<Userset> children, String object, String asked, int depth, Set<String> way) {
        return children.stream().map(child -> rewrite(child, object, asked, depth, way)).toList();
    }

    private Set<String> direct(String object, String asked, int depth, Set<String> way) {
        var found = new HashSet<String>();
        for (var tuple : facts.of(object, asked)) {
            var user = tuple.getUser();
            var isSet = Names.isUserset(user);
            if ((isSet || isWanted(user)) && facts.holds(tuple)) {
                found.addAll(
                        isSet
                                ? step(Names.object(user), Names.relation(user), depth + 1, way)
                                : Set.of(user));
            }
        }
        return found;
    }

    /** Where everyone is in a part, each one is; but only whom some part names is told. */
    private Set<String> inAll(List<Set<String>> parts) {
        var named = new HashSet<String>();
        parts.forEach(named::addAll);
        named.removeIf(user ->
                !parts.stream().allMatch(part -> part.contains(user) || part.contains(everyone)));
        return named;
    }

    private Set<String> without(Set<String> base, Set<String> subtract) {
        var rest = new HashSet<>(base);
        rest.removeIf(user -> subtract.contains(user) || subtract.contains(everyone));
        return rest;
    }

    private static User wire(String user) {
        var id = Names.id(Names.object(user));
        var wire = User.newBuilder();
        if (!Names.relation(user).isEmpty()) {
            wire.setUserset(
                    UsersetUser.newBuilder()
                            .setType(Names.type(user))
                            .setId(id)
                            .setRelation(Names.relation(user)));
        } else if (Names.isWildcard(user)) {
            wire.setWildcard(TypedWildcard.newBuilder().setType(Names.type(user)));
        } else {
            wire.setObject(Object.newBuilder().setType(Names.type(user)).setId(id));
        }
        return wire.build();
    }
}
