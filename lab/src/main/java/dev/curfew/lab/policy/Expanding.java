package dev.curfew.lab.policy;

import com.google.protobuf.Struct;
import dev.curfew.wire.openfga.ErrorCode;
import dev.curfew.wire.openfga.ExpandRequest;
import dev.curfew.wire.openfga.ExpandResponse;
import dev.curfew.wire.openfga.TupleKey;
import dev.curfew.wire.openfga.Userset;
import dev.curfew.wire.openfga.UsersetTree;
import java.util.List;

/** What makes a relation up, one level deep. No condition is looked at. */
final class Expanding {
    private final Facts facts;
    private final String object;
    private final String relation;

    private Expanding(Facts facts, String object, String relation) {
        this.facts = facts;
        this.object = object;
        this.relation = relation;
    }

    static void shape(ExpandRequest request) {
        Shape.store("ExpandRequest", request.getStoreId());
        Shape.present("ExpandRequest.TupleKey", request.hasTupleKey());
        var key = request.getTupleKey();
        Shape.inside(
                "ExpandRequest.TupleKey",
                () -> {
                    Shape.matchesIfSet(
                            "ExpandRequestTupleKey.Relation", key.getRelation(), Shape.RELATION);
                    Shape.matchesIfSet(
                            "ExpandRequestTupleKey.Object", key.getObject(), Shape.OBJECT);
                });
        Shape.matchesIfSet(
                "ExpandRequest.AuthorizationModelId", request.getAuthorizationModelId(), Shape.ID);
        Shape.contextual("ExpandRequest.ContextualTuples", request.getContextualTuples());
    }

    static ExpandResponse answer(ExpandRequest request, PolicyStore store) {
        var model = store.meant(request.getAuthorizationModelId());
        var object = request.getTupleKey().getObject();
        var relation = request.getTupleKey().getRelation();
        if (object.isEmpty() || relation.isEmpty()) {
            throw PolicyRefusal.of(
                    ErrorCode.invalid_expand_input,
                    "Invalid input. Make sure you provide an object and a relation");
        }
        var contextual = request.getContextualTuples().getTupleKeysList();
        var facts = new Facts(model, store.tuples(), contextual, Struct.getDefaultInstance());
        facts.refuseBad(contextual);
        facts.rules()
                .object(object)
                .or(() -> facts.rules().relation(object, relation))
                .ifPresent(why -> {
                    throw PolicyRefusal.invalid(why);
                });
        var how = model.relation(Names.type(object), relation).orElseThrow();
        return ExpandResponse.newBuilder()
                .setTree(
                        UsersetTree.newBuilder()
                                .setRoot(new Expanding(facts, object, relation).node(how)))
                .build();
    }

    private UsersetTree.Node node(Userset how) {
        var node = UsersetTree.Node.newBuilder().setName(object + "#" + relation);
        switch (how.getUsersetCase()) {
            case THIS, USERSET_NOT_SET ->
                    node.getLeafBuilder()
                            .setUsers(UsersetTree.Users.newBuilder().addAllUsers(users()));
            case COMPUTED_USERSET ->
                    node.getLeafBuilder()
                            .setComputed(computed(object, how.getComputedUserset().getRelation()));
            case TUPLE_TO_USERSET -> {
                var tupleset = how.getTupleToUserset().getTupleset().getRelation();
                var further = how.getTupleToUserset().getComputedUserset().getRelation();
                node.getLeafBuilder()
                        .getTupleToUsersetBuilder()
                        .setTupleset(object + "#" + tupleset)
                        .addAllComputed(
                                facts.of(object, tupleset).stream()
                                        .map(tuple -> computed(tuple.getUser(), further))
                                        .toList());
            }
            case UNION -> node.setUnion(nodes(how.getUnion().getChildList()));
            case INTERSECTION -> node.setIntersection(nodes(how.getIntersection().getChildList()));
            case DIFFERENCE ->
                    node.getDifferenceBuilder()
                            .setBase(node(how.getDifference().getBase()))
                            .setSubtract(node(how.getDifference().getSubtract()));
        }
        return node.build();
    }

    private List<String> users() {
        return facts.of(object, relation).stream().map(TupleKey::getUser).sorted().toList();
    }

    private static UsersetTree.Computed computed(String object, String relation) {
        return UsersetTree.Computed.newBuilder().setUserset(object + "#" + relation).build();
    }

    private UsersetTree.Nodes nodes(List<Userset> children) {
        return UsersetTree.Nodes.newBuilder()
                .addAllNodes(children.stream().map(this::node).toList())
                .build();
    }
}
