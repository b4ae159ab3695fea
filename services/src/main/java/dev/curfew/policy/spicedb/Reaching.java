package dev.curfew.policy.spicedb;

import com.authzed.api.v1.LookupPermissionship;
import com.authzed.api.v1.LookupResourcesRequest;
import com.authzed.api.v1.LookupResourcesResponse;
import com.authzed.api.v1.LookupSubjectsRequest;
import com.authzed.api.v1.LookupSubjectsResponse;
import com.authzed.api.v1.PermissionsServiceGrpc;
import com.authzed.api.v1.ResolvedSubject;
import dev.curfew.outcome.Outcome;
import dev.curfew.policy.AccessQuestion.AccessContext;
import dev.curfew.policy.Consistency;
import dev.curfew.policy.Freshness;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicySubject;
import dev.curfew.policy.Reach;
import dev.curfew.policy.context.ContextValues;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds what is reached. What depends on a condition that the question does not settle, or on who
 * is left out of everyone, is left out here, and makes the answer a part.
 */
final class Reaching {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Place place;

    Reaching(Place place) {
        this.place = place;
    }

    Outcome<Reach<PolicyEntity>> resources(
            PolicySubject subject, String action, String type, AccessContext context) {
        Freshness freshness = place.freshness(Consistency.STRONGEST);
        List<LookupResourcesResponse> answers = new ArrayList<>();
        return place.channel().stream(
                        PermissionsServiceGrpc.getLookupResourcesMethod(),
                        LookupResourcesRequest.newBuilder()
                                .setConsistency(Place.wire(Consistency.STRONGEST))
                                .setResourceObjectType(type)
                                .setPermission(action)
                                .setSubject(Facts.write(subject))
                                .setContext(ContextValues.struct(context.environment()))
                                .build(),
                        PATIENCE,
                        place.channel().target(),
                        answers::add)
                .map(_ -> {
                    List<PolicyEntity> found =
                            answers.stream()
                                    .filter(answer -> isCertain(answer.getPermissionship()))
                                    .map(answer ->
                                            new PolicyEntity(type, answer.getResourceObjectId()))
                                    .sorted()
                                    .distinct()
                                    .toList();
                    boolean whole =
                            answers.stream()
                                    .allMatch(answer -> isCertain(answer.getPermissionship()));
                    return new Reach<>(found, whole, freshness);
                });
    }

    Outcome<Reach<PolicySubject>> subjects(
            PolicyEntity resource, String action, String type, AccessContext context) {
        Freshness freshness = place.freshness(Consistency.STRONGEST);
        List<LookupSubjectsResponse> answers = new ArrayList<>();
        return place.channel().stream(
                        PermissionsServiceGrpc.getLookupSubjectsMethod(),
                        LookupSubjectsRequest.newBuilder()
                                .setConsistency(Place.wire(Consistency.STRONGEST))
                                .setResource(Facts.write(resource))
                                .setPermission(action)
                                .setSubjectObjectType(type)
                                .setContext(ContextValues.struct(context.environment()))
                                .build(),
                        PATIENCE,
                        place.channel().target(),
                        answers::add)
                .map(_ -> {
                    List<PolicySubject> found =
                            answers.stream()
                                    .map(LookupSubjectsResponse::getSubject)
                                    .filter(Reaching::isCertain)
                                    .map(subject ->
                                            PolicySubject.of(
                                                    new PolicyEntity(
                                                            type, subject.getSubjectObjectId())))
                                    .sorted(Comparator.comparing(PolicySubject::display))
                                    .distinct()
                                    .toList();
                    boolean whole =
                            answers.stream()
                                    .allMatch(answer ->
                                            isCertain(answer.getSubject())
                                                    && answer.getExcludedSubjectsCount() == 0);
                    return new Reach<>(found, whole, freshness);
                });
    }

    private static boolean isCertain(ResolvedSubject subject) {
        return isCertain(subject.getPermissionship());
    }

    private static boolean isCertain(LookupPermissionship permissionship) {
        return permissionship == LookupPermissionship.LOOKUP_PERMISSIONSHIP_HAS_PERMISSION;
    }
}
