package dev.curfew.policy.openfga;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.policy.AccessQuestion;
import dev.curfew.policy.Decision;
import dev.curfew.policy.Explanation;
import dev.curfew.policy.Explanation.Holds;
import dev.curfew.policy.Explanation.Node;
import dev.curfew.policy.Explanation.Note;
import dev.curfew.policy.Explanation.Rule;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicySubject;
import dev.curfew.policy.Relationship;
import dev.curfew.policy.RelationshipFilter;
import dev.curfew.wire.openfga.ObjectRelation;
import dev.curfew.wire.openfga.ReadResponse;
import dev.curfew.wire.openfga.TupleToUserset;
import dev.curfew.wire.openfga.Userset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Follows a question through the model down to the tuples, because the server's own Expand leaves
 * out conditions. Conditions about time are decided here; any other stays unknown. One thread, one
 * question.
 */
final class Explaining {
    /** As the server itself. */
    private static final int DEEPEST = 25;

    /** More than anyone reads. */
    private static final int MOST_NODES = 1000;

    private static final int MOST_READS = 300;

    private final Reading reading;
    private final Model model;
    private final AccessQuestion question;
    private final Instant now;
    private final Set<String> path = new LinkedHashSet<>();
    private final Map<RelationshipFilter, Facts> seen = new HashMap<>();
    private int nodes;
    private boolean whole = true;
    private Optional<Failure> failure = Optional.empty();

    private record Facts(List<Relationship> all, boolean whole) {}

    Explaining(Store store, Model model, AccessQuestion question) {
        this.reading = new Reading(store, model);
        this.model = model;
        this.question = question;
        this.now = store.clock().instant();
    }

    Outcome<Explanation> explain(Decision decision) {
        Node root = relation(question.resource(), question.action());
        return failure.isPresent()
                ? Outcome.failed(failure.get())
                : Outcome.ok(new Explanation(decision, root, whole));
    }

    private Node relation(PolicyEntity resource, String relation) {
        Optional<Userset> rule = model.rule(resource.type(), relation);
        if (rule.isEmpty()) {
            return leaf(resource, relation, Holds.NO, Note.NONE, Optional.empty());
        }
        String place = resource.display() + "#" + relation;
        if (!path.add(place)) {
            return leaf(resource, relation, Holds.NO, Note.CYCLE, Optional.empty());
        }
        try {
            return path.size() > DEEPEST || nodes > MOST_NODES || failure.isPresent()
                    ? limit(resource, relation)
                    : rule(resource, relation, rule.get());
        } finally {
            path.remove(place);
        }
    }

    private Node rule(PolicyEntity resource, String relation, Userset rule) {
        return switch (rule.getUsersetCase()) {
            case THIS -> facts(resource, relation);
            case COMPUTED_USERSET -> {
                Node part = relation(resource, rule.getComputedUserset().getRelation());
                yield node(resource, relation, Rule.FOLLOWS, part.holds(), List.of(part));
            }
            case TUPLE_TO_USERSET -> arrow(resource, relation, rule.getTupleToUserset());
            case UNION -> {
                List<Node> parts = parts(resource, relation, rule.getUnion().getChildList());
                yield node(resource, relation, Rule.ANY_OF, any(parts), parts);
            }
            case INTERSECTION -> {
                List<Node> parts = parts(resource, relation, rule.getIntersection().getChildList());
                yield node(resource, relation, Rule.ALL_OF, all(parts), parts);
            }
            case DIFFERENCE -> {
                Node base = part(resource, relation, rule.getDifference().getBase());
                Node but = part(resource, relation, rule.getDifference().getSubtract());
                yield node(
                        resource,
                        relation,
                        Rule.BUT_NOT,
                        all(List.of(base, not(but))),
                        List.of(base, but));
            }
            case USERSET_NOT_SET -> limit(resource, relation);
        };
    }

    private List<Node> parts(PolicyEntity resource, String relation, List<Userset> rules) {
        List<Node> parts = new ArrayList<>();
        rules.forEach(rule -> parts.add(part(resource, relation, rule)));
        return parts;
    }

    /** A part of a relation is that other relation, or tuples of this one. */
    private Node part(PolicyEntity resource, String relation, Userset rule) {
        return rule.hasComputedUserset()
                ? relation(resource, rule.getComputedUserset().getRelation())
                : rule(resource, relation, rule);
    }

    private Node arrow(PolicyEntity resource, String relation, TupleToUserset rule) {
        ObjectRelation target = rule.getComputedUserset();
        Facts pointers =
                read(RelationshipFilter.of(resource).relation(rule.getTupleset().getRelation()));
        List<Node> parts = new ArrayList<>();
        for (Relationship pointer : pointers.all()) {
            PolicyEntity there = pointer.subject().entity();
            if (model.rule(there.type(), target.getRelation()).isPresent()) {
                parts.add(relation(there, target.getRelation()));
            }
        }
        return node(
                resource,
                relation,
                Rule.FOLLOWS,
                pointers.whole() ? any(parts) : unless(any(parts), Holds.NO),
                parts);
    }

    /** Tuples of this relation that the subject is meant by. */
    private Node facts(PolicyEntity resource, String relation) {
        Facts facts = read(RelationshipFilter.of(resource).relation(relation));
        List<Node> parts = new ArrayList<>();
        for (Relationship fact : facts.all()) {
            if (fact.subject().equals(question.subject()) || isEveryone(fact.subject())) {
                Note note = note(fact);
                parts.add(leaf(resource, relation, holds(note), note, Optional.of(fact)));
            } else if (fact.subject().relation().isPresent()) {
                parts.add(through(resource, relation, fact));
            }
        }
        Holds found = facts.whole() ? any(parts) : unless(any(parts), Holds.NO);
        if (parts.size() == 1 && parts.getFirst().rule() == Rule.FACT) {
            return parts.getFirst();
        }
        return parts.isEmpty()
                ? leaf(resource, relation, found, Note.NONE, Optional.empty())
                : node(resource, relation, Rule.ANY_OF, found, parts);
    }

    /** A tuple for all that have a relation to another object. */
    private Node through(PolicyEntity resource, String relation, Relationship fact) {
        Note note = note(fact);
        Node there = relation(fact.subject().entity(), fact.subject().relation().orElseThrow());
        Node condition = leaf(resource, relation, holds(note), note, Optional.of(fact));
        return new Node(
                resource,
                relation,
                Rule.ALL_OF,
                all(List.of(condition, there)),
                note,
                Optional.of(fact),
                List.of(there));
    }

    private boolean isEveryone(PolicySubject subject) {
        return subject.entity().isEveryone()
                && question.subject().relation().isEmpty()
                && subject.entity().type().equals(question.subject().entity().type());
    }

    private Note note(Relationship fact) {
        if (fact.condition().isEmpty()) {
            return Note.NONE;
        }
        Optional<Expiry> expiry = fact.condition().flatMap(c -> model.expiry(c.name()));
        if (expiry.isEmpty() || fact.notAfter().isEmpty()) {
            return Note.CONDITION_UNKNOWN;
        }
        Optional<Instant> asked =
                Optional.ofNullable(question.context().environment().get(expiry.get().clock()))
                        .flatMap(said -> Tuples.instant(said.toString()));
        return asked.orElse(now).isBefore(fact.notAfter().get()) ? Note.NONE : Note.EXPIRED;
    }

    private static Holds holds(Note note) {
        return switch (note) {
            case NONE -> Holds.YES;
            case EXPIRED, CONDITION_FAILS, CYCLE -> Holds.NO;
            case CONDITION_UNKNOWN, LIMIT, CACHED -> Holds.UNKNOWN;
        };
    }

    private Facts read(RelationshipFilter filter) {
        Facts known = seen.get(filter);
        if (known != null) {
            return known;
        }
        Facts facts = new Facts(List.of(), false);
        if (seen.size() < MOST_READS && failure.isEmpty()) {
            facts =
                    switch (reading.page(filter, "")) {
                        case Outcome.Ok<ReadResponse>(var page) -> facts(page);
                        case Outcome.Failed<ReadResponse>(var why) -> {
                            failure = Optional.of(why);
                            yield facts;
                        }
                    };
        }
        whole &= facts.whole();
        seen.put(filter, facts);
        return facts;
    }

    private Facts facts(ReadResponse page) {
        List<Relationship> read = new ArrayList<>();
        page.getTuplesList()
                .forEach(tuple -> {
                    if (Tuples.read(tuple.getKey(), model)
                            instanceof Outcome.Ok<Relationship>(var one)) {
                        read.add(one);
                    }
                });
        return new Facts(
                read,
                page.getContinuationToken().isEmpty() && read.size() == page.getTuplesCount());
    }

    private Node limit(PolicyEntity resource, String relation) {
        whole = false;
        return leaf(resource, relation, Holds.UNKNOWN, Note.LIMIT, Optional.empty());
    }

    private Node leaf(
            PolicyEntity resource,
            String relation,
            Holds holds,
            Note note,
            Optional<Relationship> fact) {
        nodes++;
        return new Node(resource, relation, Rule.FACT, holds, note, fact, List.of());
    }

    private Node node(
            PolicyEntity resource, String relation, Rule rule, Holds holds, List<Node> parts) {
        nodes++;
        return new Node(
                resource, relation, rule, holds, Note.NONE, Optional.empty(), List.copyOf(parts));
    }

    private static Node not(Node node) {
        Holds opposite =
                switch (node.holds()) {
                    case YES -> Holds.NO;
                    case NO -> Holds.YES;
                    case UNKNOWN -> Holds.UNKNOWN;
                };
        return new Node(
                node.resource(),
                node.action(),
                node.rule(),
                opposite,
                node.note(),
                node.fact(),
                node.parts());
    }

    private static Holds any(List<Node> parts) {
        if (parts.stream().anyMatch(part -> part.holds() == Holds.YES)) {
            return Holds.YES;
        }
        return parts.stream().anyMatch(part -> part.holds() == Holds.UNKNOWN)
                ? Holds.UNKNOWN
                : Holds.NO;
    }

    private static Holds all(List<Node> parts) {
        if (parts.stream().anyMatch(part -> part.holds() == Holds.NO)) {
            return Holds.NO;
        }
        return parts.stream().anyMatch(part -> part.holds() == Holds.UNKNOWN)
                ? Holds.UNKNOWN
                : Holds.YES;
    }

    /** Where not everything was seen, a yes stands and a no does not. */
    private static Holds unless(Holds holds, Holds uncertain) {
        return holds == uncertain ? Holds.UNKNOWN : holds;
    }
}
