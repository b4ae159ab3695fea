package dev.curfew.delegation;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The record of one hop.
 *
 * @param task under which it was given; empty: none is named
 * @param scope empty: not told, which is not the same as nothing
 * @param audience who should accept it; empty: nobody is named
 */
public record Hop(
        Lineage lineage,
        Principals principals,
        Optional<Party> task,
        Optional<Scope> scope,
        List<String> audience,
        Validity validity,
        Proof proof,
        Set<GrantLever> levers) {
    public static final Hop UNKNOWN =
            new Hop(
                    Lineage.UNKNOWN,
                    Principals.UNKNOWN,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Validity.UNKNOWN,
                    Proof.UNKNOWN,
                    Set.of());

    public Hop {
        audience = List.copyOf(audience);
        levers = levers.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(levers));
    }

    public Hop with(Lineage changed) {
        return new Hop(changed, principals, task, scope, audience, validity, proof, levers);
    }

    public Hop with(Principals changed) {
        return new Hop(lineage, changed, task, scope, audience, validity, proof, levers);
    }

    public Hop under(Party changed) {
        return new Hop(
                lineage,
                principals,
                Optional.of(changed),
                scope,
                audience,
                validity,
                proof,
                levers);
    }

    public Hop with(Scope changed) {
        return new Hop(
                lineage, principals, task, Optional.of(changed), audience, validity, proof, levers);
    }

    public Hop forAudience(List<String> changed) {
        return new Hop(lineage, principals, task, scope, changed, validity, proof, levers);
    }

    public Hop with(Validity changed) {
        return new Hop(lineage, principals, task, scope, audience, changed, proof, levers);
    }

    public Hop with(Proof changed) {
        return new Hop(lineage, principals, task, scope, audience, validity, changed, levers);
    }

    public Hop endedBy(GrantLever... changed) {
        return new Hop(
                lineage, principals, task, scope, audience, validity, proof, Set.of(changed));
    }
}
