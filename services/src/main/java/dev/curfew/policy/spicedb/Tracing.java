package dev.curfew.policy.spicedb;

import com.authzed.api.v1.CheckDebugTrace;
import com.authzed.api.v1.CheckPermissionResponse;
import dev.curfew.outcome.Outcome;
import dev.curfew.policy.AccessQuestion;
import dev.curfew.policy.Consistency;
import dev.curfew.policy.Decision;
import dev.curfew.policy.Explanation;
import dev.curfew.policy.Explanation.Holds;
import dev.curfew.policy.Explanation.Node;
import dev.curfew.policy.Explanation.Note;
import dev.curfew.policy.Explanation.Rule;
import dev.curfew.policy.Freshness;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicySubject;
import dev.curfew.policy.Relationship;
import dev.curfew.policy.RelationshipFilter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * SpiceDB's own trace of a decision, with the facts that it leaves out: for each relation that
 * holds the relationship is read. One thread, one question.
 */
final class Tracing {
    private static final int MOST_NODES = 1000;
    private static final int MOST_READS = 100;

    private final Place place;
    private final AccessQuestion question;
    private int nodes;
    private int reads;
    private boolean whole = true;

    Tracing(Place place, AccessQuestion question) {
        this.place = place;
        this.question = question;
    }

    Outcome<Explanation> explain() {
        Freshness freshness = place.freshness(Consistency.STRONGEST);
        Outcome<CheckPermissionResponse> answer =
                new Checking(place).ask(question, Consistency.STRONGEST, true);
        return Checking.decision(answer, freshness)
                .map(decision -> {
                    Node root =
                            answer instanceof Outcome.Ok<CheckPermissionResponse>(var traced)
                                            && traced.hasDebugTrace()
                                    ? node(traced.getDebugTrace().getCheck())
                                    : nothing(decision);
                    return new Explanation(decision, root, whole);
                });
    }

    private Node nothing(Decision decision) {
        whole = false;
        return new Node(
                question.resource(),
                question.action(),
                Rule.FACT,
                Holds.UNKNOWN,
                decision.verdict() == Decision.Verdict.CANNOT_EVALUATE ? Note.NONE : Note.LIMIT,
                Optional.empty(),
                List.of());
    }

    private Node node(CheckDebugTrace trace) {
        nodes++;
        PolicyEntity resource = Facts.entity(trace.getResource());
        Holds holds = holds(trace);
        if (nodes > MOST_NODES) {
            whole = false;
            return new Node(
                    resource,
                    trace.getPermission(),
                    Rule.FACT,
                    holds,
                    Note.LIMIT,
                    Optional.empty(),
                    List.of());
        }
        List<Node> parts = new ArrayList<>();
        trace.getSubProblems().getTracesList().forEach(part -> parts.add(node(part)));
        boolean cached = trace.getWasCachedResult();
        whole &= !cached;
        Optional<Relationship> fact = Optional.empty();
        if (isKept(trace) && holds != Holds.NO) {
            List<PolicyEntity> each = each(resource);
            if (each.size() == 1) {
                fact = fact(resource, trace);
            } else {
                each.forEach(one -> parts.add(kept(one, trace)));
            }
        }
        return new Node(
                resource,
                trace.getPermission(),
                parts.isEmpty() && isKept(trace) ? Rule.FACT : Rule.FOLLOWS,
                holds,
                note(trace, holds, cached),
                fact,
                parts);
    }

    /** SpiceDB looks at several resources at once, and writes their IDs with commas in between. */
    private static List<PolicyEntity> each(PolicyEntity resources) {
        return Arrays.stream(resources.id().split(","))
                .map(id -> new PolicyEntity(resources.type(), id))
                .toList();
    }

    private Node kept(PolicyEntity resource, CheckDebugTrace trace) {
        nodes++;
        Optional<Relationship> fact = fact(resource, trace);
        return new Node(
                resource,
                trace.getPermission(),
                Rule.FACT,
                fact.isPresent() ? Holds.YES : Holds.UNKNOWN,
                Note.NONE,
                fact,
                List.of());
    }

    private static boolean isKept(CheckDebugTrace trace) {
        return trace.getPermissionType() == CheckDebugTrace.PermissionType.PERMISSION_TYPE_RELATION;
    }

    private static Holds holds(CheckDebugTrace trace) {
        return switch (trace.getResult()) {
            case PERMISSIONSHIP_HAS_PERMISSION -> Holds.YES;
            case PERMISSIONSHIP_NO_PERMISSION -> Holds.NO;
            default -> Holds.UNKNOWN;
        };
    }

    private static Note note(CheckDebugTrace trace, Holds holds, boolean cached) {
        if (cached) {
            return Note.CACHED;
        }
        if (!trace.hasCaveatEvaluationInfo()) {
            return Note.NONE;
        }
        return switch (holds) {
            case YES -> Note.NONE;
            case NO -> Note.CONDITION_FAILS;
            case UNKNOWN -> Note.CONDITION_UNKNOWN;
        };
    }

    /** The relationship by which the subject is in: its own, or everyone's. */
    private Optional<Relationship> fact(PolicyEntity resource, CheckDebugTrace trace) {
        if (++reads > MOST_READS) {
            whole = false;
            return Optional.empty();
        }
        PolicyEntity subject = Facts.entity(trace.getSubject().getObject());
        RelationshipFilter filter = RelationshipFilter.of(resource).relation(trace.getPermission());
        for (String id : List.of(subject.id(), "*")) {
            PolicySubject whose = PolicySubject.of(new PolicyEntity(subject.type(), id));
            Outcome<List<Relationship>> found =
                    new Reading(place).some(filter.subject(whose), resource.type());
            if (found instanceof Outcome.Ok<List<Relationship>>(var all) && !all.isEmpty()) {
                return Optional.of(all.getFirst());
            }
        }
        return Optional.empty();
    }
}
