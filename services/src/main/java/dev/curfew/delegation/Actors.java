package dev.curfew.delegation;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who can act by grants that count: users and agents that somebody delegated to, or that have a
 * right to a tool or to data of their own. Whoever only lets others act is not among them.
 */
final class Actors {
    private final Set<Party> holders;
    private final Set<String> everyone = new HashSet<>();

    private Actors(Set<Party> holders) {
        this.holders = holders;
        holders.stream().filter(Party::isEveryone).map(Party::type).forEach(everyone::add);
    }

    /**
     * @param living grants that count
     */
    static Actors of(GrantGraph living) {
        Set<Party> holders = new HashSet<>();
        living.grants().stream().flatMap(Actors::holder).forEach(holders::add);
        return new Actors(holders);
    }

    /** Who can act by this grant; nobody by what is no right. */
    static Stream<Party> holder(Grant grant) {
        if (!grant.isRight()) {
            return Stream.empty();
        }
        Party holder = grant.kind() == Grant.Kind.DELEGATES ? grant.to() : grant.from();
        return holder.kind().acts() ? Stream.of(holder) : Stream.empty();
    }

    /** What is given to everyone of its type is given to it too. */
    boolean canAct(Party party) {
        return holders.contains(party) || (party.kind().acts() && everyone.contains(party.type()));
    }
}
