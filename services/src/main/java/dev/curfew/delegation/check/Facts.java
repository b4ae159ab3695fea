package dev.curfew.delegation.check;

import java.util.List;
import java.util.Optional;

/** What is known beside the grants. */
public record Facts(List<Fact> all) {
    public static final Facts NONE = of();

    public Facts {
        all = List.copyOf(all);
    }

    public static Facts of(Fact... facts) {
        return new Facts(List.of(facts));
    }

    public <F extends Fact> Optional<F> find(Class<F> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
