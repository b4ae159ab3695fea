package dev.curfew.lab.policy;

import com.google.protobuf.Struct;
import dev.curfew.wire.openfga.BatchCheckItem;
import dev.curfew.wire.openfga.BatchCheckRequest;
import dev.curfew.wire.openfga.BatchCheckResponse;
import dev.curfew.wire.openfga.BatchCheckSingleResult;
import dev.curfew.wire.openfga.CheckRequest;
import dev.curfew.wire.openfga.CheckRequestTupleKey;
import dev.curfew.wire.openfga.CheckResponse;
import dev.curfew.wire.openfga.ErrorCode;
import dev.curfew.wire.openfga.TupleKey;
import java.util.HashSet;
import java.util.List;

/** Questions that are answered with yes or no. */
final class Asking {
    /** As the server ships. */
    private static final int MOST = 50;

    private Asking() {}

    static void shape(CheckRequest request) {
        Shape.store("CheckRequest", request.getStoreId());
        Shape.present("CheckRequest.TupleKey", request.hasTupleKey());
        Shape.question("CheckRequest.TupleKey", request.getTupleKey());
        Shape.contextual("CheckRequest.ContextualTuples", request.getContextualTuples());
        Shape.matchesIfSet(
                "CheckRequest.AuthorizationModelId", request.getAuthorizationModelId(), Shape.ID);
    }

    static CheckResponse answer(CheckRequest request, PolicyStore store) {
        var model = store.meant(request.getAuthorizationModelId());
        try {
            return CheckResponse.newBuilder()
                    .setAllowed(
                            isAllowed(
                                    store,
                                    model,
                                    request.getTupleKey(),
                                    request.getContextualTuples().getTupleKeysList(),
                                    request.getContext()))
                    .build();
        } catch (PolicyRefusal refusal) {
            throw refusal.outsideABatch();
        }
    }

    static void shape(BatchCheckRequest request) {
        Shape.store("BatchCheckRequest", request.getStoreId());
        if (request.getChecksCount() == 0) {
            throw Shape.wrong("BatchCheckRequest.Checks", "value must contain at least 1 item(s)");
        }
        for (var i = 0; i < request.getChecksCount(); i++) {
            var check = request.getChecks(i);
            Shape.inside("BatchCheckRequest.Checks[" + i + "]", () -> shape(check));
        }
        Shape.matchesIfSet(
                "BatchCheckRequest.AuthorizationModelId",
                request.getAuthorizationModelId(),
                Shape.ID);
    }

    private static void shape(BatchCheckItem check) {
        Shape.present("BatchCheckItem.TupleKey", check.hasTupleKey());
        Shape.question("BatchCheckItem.TupleKey", check.getTupleKey());
        Shape.contextual("BatchCheckItem.ContextualTuples", check.getContextualTuples());
        Shape.matches(
                "BatchCheckItem.CorrelationId", check.getCorrelationId(), Shape.CORRELATION_ID);
    }

    static BatchCheckResponse answer(BatchCheckRequest request, PolicyStore store) {
        var model = store.meant(request.getAuthorizationModelId());
        if (request.getChecksCount() > MOST) {
            throw PolicyRefusal.invalid(
                    "batchCheck received %d checks, the maximum allowed is %d"
                            .formatted(request.getChecksCount(), MOST));
        }
        var seen = new HashSet<String>();
        for (var check : request.getChecksList()) {
            if (!seen.add(check.getCorrelationId())) {
                throw PolicyRefusal.invalid(
                        "received duplicate correlation id: " + check.getCorrelationId());
            }
        }
        var answer = BatchCheckResponse.newBuilder();
        for (var check : request.getChecksList()) {
            answer.putResult(check.getCorrelationId(), result(store, model, check));
        }
        return answer.build();
    }

    private static BatchCheckSingleResult result(
            PolicyStore store, Model model, BatchCheckItem check) {
        var result = BatchCheckSingleResult.newBuilder();
        try {
            result.setAllowed(
                    isAllowed(
                            store,
                            model,
                            check.getTupleKey(),
                            check.getContextualTuples().getTupleKeysList(),
                            check.getContext()));
        } catch (PolicyRefusal refusal) {
            result.setError(refusal.item());
        }
        return result.build();
    }

    private static boolean isAllowed(
            PolicyStore store,
            Model model,
            CheckRequestTupleKey asked,
            List<TupleKey> contextual,
            Struct said) {
        var facts = new Facts(model, store.tuples(), contextual, said);
        facts.rules()
                .words(asked.getUser(), asked.getRelation(), asked.getObject())
                .ifPresent(why -> {
                    throw PolicyRefusal.invalid("invalid relation: " + why);
                });
        for (var tuple : contextual) {
            facts.rules()
                    .mistake(tuple)
                    .ifPresent(why -> {
                        throw PolicyRefusal.of(ErrorCode.invalid_tuple, "invalid tuple: " + why);
                    });
        }
        return new Checking(facts, asked.getUser()).has(asked.getObject(), asked.getRelation());
    }
}
