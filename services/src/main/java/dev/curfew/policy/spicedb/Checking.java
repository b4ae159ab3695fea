package dev.curfew.policy.spicedb;

import com.authzed.api.v1.CheckBulkPermissionsPair;
import com.authzed.api.v1.CheckBulkPermissionsRequest;
import com.authzed.api.v1.CheckBulkPermissionsRequestItem;
import com.authzed.api.v1.CheckBulkPermissionsResponse;
import com.authzed.api.v1.CheckPermissionRequest;
import com.authzed.api.v1.CheckPermissionResponse;
import com.authzed.api.v1.CheckPermissionResponse.Permissionship;
import com.authzed.api.v1.PermissionsServiceGrpc;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.outcome.SafeText;
import dev.curfew.policy.AccessQuestion;
import dev.curfew.policy.Consistency;
import dev.curfew.policy.Decision;
import dev.curfew.policy.Decision.Verdict;
import dev.curfew.policy.Freshness;
import dev.curfew.policy.context.ContextValues;
import java.util.ArrayList;
import java.util.List;

/** Asks for decisions. */
final class Checking {
    private static final int BATCH = 100;

    private final Place place;

    Checking(Place place) {
        this.place = place;
    }

    Outcome<Decision> check(AccessQuestion question, Consistency consistency) {
        Freshness freshness = place.freshness(consistency);
        return decision(ask(question, consistency, false), freshness);
    }

    Outcome<CheckPermissionResponse> ask(
            AccessQuestion question, Consistency consistency, boolean tracing) {
        return place.channel()
                .read(
                        PermissionsServiceGrpc.getCheckPermissionMethod(),
                        CheckPermissionRequest.newBuilder()
                                .setConsistency(Place.wire(consistency))
                                .setResource(Facts.write(question.resource()))
                                .setPermission(question.action())
                                .setSubject(Facts.write(question.subject()))
                                .setContext(ContextValues.struct(question.context().environment()))
                                .setWithTracing(tracing)
                                .build(),
                        question.display());
    }

    /** What is refused for what was asked is no failure, and no denial. */
    static Outcome<Decision> decision(
            Outcome<CheckPermissionResponse> answer, Freshness freshness) {
        return switch (answer) {
            case Outcome.Ok<CheckPermissionResponse>(var decided) ->
                    Outcome.ok(
                            decision(
                                    decided.getPermissionship(),
                                    decided.getPartialCaveatInfo().getMissingRequiredContextList(),
                                    freshness));
            case Outcome.Failed<CheckPermissionResponse>(var failure) ->
                    failure.reason() == Reason.REFUSED
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
        Freshness freshness = place.freshness(consistency);
        CheckBulkPermissionsRequest.Builder request =
                CheckBulkPermissionsRequest.newBuilder().setConsistency(Place.wire(consistency));
        for (AccessQuestion question : questions) {
            request.addItems(
                    CheckBulkPermissionsRequestItem.newBuilder()
                            .setResource(Facts.write(question.resource()))
                            .setPermission(question.action())
                            .setSubject(Facts.write(question.subject()))
                            .setContext(ContextValues.struct(question.context().environment())));
        }
        return place.channel()
                .read(
                        PermissionsServiceGrpc.getCheckBulkPermissionsMethod(),
                        request.build(),
                        place.channel().target())
                .then(answer -> decisions(questions.size(), answer, freshness));
    }

    private Outcome<List<Decision>> decisions(
            int count, CheckBulkPermissionsResponse answer, Freshness freshness) {
        if (answer.getPairsCount() != count) {
            return Outcome.failed(
                    Reason.CANNOT_EVALUATE,
                    place.channel().target(),
                    answer.getPairsCount() + " answers to " + count + " questions");
        }
        return Outcome.ok(
                answer.getPairsList().stream().map(pair -> decision(pair, freshness)).toList());
    }

    private static Decision decision(CheckBulkPermissionsPair pair, Freshness freshness) {
        return pair.hasItem()
                ? decision(
                        pair.getItem().getPermissionship(),
                        pair.getItem().getPartialCaveatInfo().getMissingRequiredContextList(),
                        freshness)
                : undecided(pair.getError().getMessage(), freshness);
    }

    private static Decision decision(
            Permissionship permissionship, List<String> missing, Freshness freshness) {
        return switch (permissionship) {
            case PERMISSIONSHIP_HAS_PERMISSION -> Decision.of(Verdict.ALLOWED, freshness);
            case PERMISSIONSHIP_NO_PERMISSION -> Decision.of(Verdict.DENIED, freshness);
            case PERMISSIONSHIP_CONDITIONAL_PERMISSION ->
                    new Decision(Verdict.CONDITIONAL, "", List.copyOf(missing), freshness);
            case PERMISSIONSHIP_UNSPECIFIED, UNRECOGNIZED ->
                    undecided(permissionship.name(), freshness);
        };
    }

    private static Decision undecided(String because, Freshness freshness) {
        return new Decision(Verdict.CANNOT_EVALUATE, SafeText.of(because), List.of(), freshness);
    }
}
