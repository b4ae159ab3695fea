package dev.curfew.policy.openfga;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicySubject;
import dev.curfew.wire.openfga.User;
import java.util.Optional;

/** OpenFGA's spelling of entities: {@code type:id}, {@code type:*}, {@code type:id#relation}. */
final class Names {
    private Names() {}

    static String write(PolicyEntity entity) {
        return entity.display();
    }

    static String write(PolicySubject subject) {
        return subject.display();
    }

    static Outcome<PolicyEntity> entity(String text) {
        int colon = text.indexOf(':');
        return colon <= 0 || colon == text.length() - 1
                ? Outcome.failed(Reason.UNREADABLE_ROWS, text, "it is not type:id")
                : Outcome.ok(new PolicyEntity(text.substring(0, colon), text.substring(colon + 1)));
    }

    static Outcome<PolicySubject> subject(String text) {
        int hash = text.lastIndexOf('#');
        return hash < 0
                ? entity(text).map(PolicySubject::of)
                : entity(text.substring(0, hash))
                        .map(entity ->
                                new PolicySubject(entity, Optional.of(text.substring(hash + 1))));
    }

    static Optional<PolicySubject> subject(User user) {
        return switch (user.getUserCase()) {
            case OBJECT ->
                    Optional.of(
                            PolicySubject.of(
                                    new PolicyEntity(
                                            user.getObject().getType(), user.getObject().getId())));
            case USERSET ->
                    Optional.of(
                            new PolicySubject(
                                    new PolicyEntity(
                                            user.getUserset().getType(), user.getUserset().getId()),
                                    Optional.of(user.getUserset().getRelation())));
            case WILDCARD ->
                    Optional.of(
                            PolicySubject.of(new PolicyEntity(user.getWildcard().getType(), "*")));
            case USER_NOT_SET -> Optional.empty();
        };
    }
}
