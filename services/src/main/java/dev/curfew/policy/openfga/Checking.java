package dev.curfew.policy.openfga;

import com.google.protobuf.Struct;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.outcome.SafeText;
import dev.curfew.policy.AccessQuestion;
import dev.curfew.policy.Consistency;
import dev.curfew.policy.Decision;
import dev.curfew.policy.Freshness;
import dev.curfew.policy.context.ContextValues;
import dev.curfew.wire.openfga.BatchCheckItem;
import dev.curfew.wire.openfga.BatchCheckRequest;
import dev.curfew.wire.openfga.BatchCheckResponse;
import dev.curfew.wire.openfga.BatchCheckSingleResult;
import dev.curfew.wire.openfga.CheckRequest;
import dev.curfew.wire.openfga.CheckRequestTupleKey;
import dev.curfew.wire.openfga.CheckResponse;
import dev.curfew.wire.openfga.OpenFGAServiceGrpc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks for decisions. */
final class Checking {
    /** More in one request is refused by servers as they ship. */
    private static final int BATCH = 50;

    private final Store store;
    private final Model model;

    Checking(Store store, Model model) {
        this.store = store;
        this.model = model;
    }

    Outcome<Decision> check(AccessQuestion question, Consistency consistency) {
        Freshness freshness = store.freshness(consistency);
        Outcome<CheckResponse> answer =
                store.channel()
                        .read(
                                OpenFGAServiceGrpc.getCheckMethod(),
                                CheckRequest.newBuilder()
                                        .setStoreId(store.id())
                                        .setTupleKey(key(question))
                                        .setContext(context(question))
                                        .setConsistency(Store.wire(consistency))
                                        .build(),
                                question.display());
        return switch (answer) {
            case Outcome.Ok<CheckResponse>(var decided) ->
                    Outcome.ok(decision(decided.getAllowed(), freshness));
            case Outcome.Failed<CheckResponse>(var failure) ->
                    isAboutTheQuestion(failure)
                            ? Outcome.ok(undecided(failure.detail(), freshness))
                            : Outcome.failed(failure);
        };
    }

    Outcome<List<Decision>> checkAll(List<AccessQuestion> questions, Consistency consistency) {
        List<Decision> all = new ArrayList<>();
        for (int from = 0; from < questions.size(); from += BATCH) {
            List<AccessQuestion> some =
                    questions.subList(from, Math.min(questions.size(), from + BATCH));
            switch (batch(some, consistency)) {
                case Outcome.Ok<List<Decision>>(var decisions) -> all.addAll(decisions);
                case Outcome.Failed<List<Decision>>(var failure) -> {
                    return Outcome.failed(failure);
                }
            }
        }
        return Outcome.ok(all);
    }

    private Outcome<List<Decision>> batch(List<AccessQuestion> questions, Consistency consistency) {
        Freshness freshness = store.freshness(consistency);
        BatchCheckRequest.Builder request =
                BatchCheckRequest.newBuilder()
                        .setStoreId(store.id())
                        .setConsistency(Store.wire(consistency));
        for (int i = 0; i < questions.size(); i++) {
            request.addChecks(
                    BatchCheckItem.newBuilder()
                            .setTupleKey(key(questions.get(i)))
                            .setContext(context(questions.get(i)))
                            .setCorrelationId(String.valueOf(i)));
        }
        return store.channel()
                .read(
                        OpenFGAServiceGrpc.getBatchCheckMethod(),
                        request.build(),
                        store.channel().target())
                .map(answer -> decisions(questions.size(), answer, freshness));
    }

    private static List<Decision> decisions(
            int count, BatchCheckResponse answer, Freshness freshness) {
        List<Decision> decisions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            BatchCheckSingleResult result =
                    answer.getResultOrDefault(
                            String.valueOf(i), BatchCheckSingleResult.getDefaultInstance());
            decisions.add(
                    switch (result.getCheckResultCase()) {
                        case ALLOWED -> decision(result.getAllowed(), freshness);
                        case ERROR -> undecided(result.getError().getMessage(), freshness);
                        case CHECKRESULT_NOT_SET -> undecided("the backend left it out", freshness);
                    });
        }
        return decisions;
    }

    private static Decision decision(boolean allowed, Freshness freshness) {
        return Decision.of(allowed ? Decision.Verdict.ALLOWED : Decision.Verdict.DENIED, freshness);
    }

    private static Decision undecided(String because, Freshness freshness) {
        return new Decision(
                Decision.Verdict.CANNOT_EVALUATE, SafeText.of(because), List.of(), freshness);
    }

    /** Refused for what was asked, not for who asks or how the server is. */
    private static boolean isAboutTheQuestion(Failure failure) {
        return failure.reason() == Reason.REFUSED;
    }

    private static CheckRequestTupleKey key(AccessQuestion question) {
        return CheckRequestTupleKey.newBuilder()
                .setUser(Names.write(question.subject()))
                .setRelation(question.action())
                .setObject(Names.write(question.resource()))
                .build();
    }

    private Struct context(AccessQuestion question) {
        return context(store, model, question.context().environment());
    }

    /** What was said, and for every clock of the model that was left out our own time. */
    static Struct context(Store store, Model model, Map<String, Object> said) {
        Map<String, Object> all = new HashMap<>(said);
        for (Expiry expiry : model.expiries()) {
            all.putIfAbsent(expiry.clock(), store.clock().instant().toString());
        }
        return ContextValues.struct(all);
    }
}
