package dev.curfew.views.delegation;

import dev.curfew.containment.plan.PlanEffect;
import dev.curfew.delegation.Party;
import dev.curfew.exposure.ExposureBound;
import dev.curfew.identity.SpiffeIds;
import dev.curfew.views.kit.Ui;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a plan comes to on the picture, in sentences. */
final class PlanWords {
    /** So many are named; the rest is counted. */
    private static final int NAMED = 3;

    private final Ui ui;
    private final PartyWords parties;

    PlanWords(Ui ui) {
        this.ui = ui;
        parties = new PartyWords(ui);
    }

    /** Counts of what ends and of who can act then, at the moment that is drawn. */
    String counts(PlannedPicture planned) {
        List<String> sentences = new ArrayList<>();
        boolean restores = planned.effect().plan().restores().isPresent();
        if (!restores || !planned.cut().ended().isEmpty()) {
            sentences.add(
                    ui.text(
                            "delegation.plan.counts",
                            planned.cut().ended().size(),
                            named("delegation.plan.lose", planned.cut().stopped()),
                            named("delegation.plan.remain", planned.cut().remaining())));
        }
        if (restores || !planned.cut().returned().isEmpty()) {
            sentences.add(
                    ui.text(
                            "delegation.plan.countsBack",
                            planned.cut().returned().size(),
                            named("delegation.plan.enables", planned.cut().enabled())));
        }
        if (planned.shortened() > 0) {
            sentences.add(ui.text("delegation.plan.shortened", planned.shortened()));
        }
        if (!planned.cut().goesOn().isEmpty()) {
            sentences.add(ui.text("delegation.plan.goesOn", planned.cut().goesOn().size()));
        }
        return String.join(" ", sentences);
    }

    private String named(String key, Collection<Party> who) {
        String count = ui.text(key, who.size());
        return who.isEmpty()
                ? count
                : ui.text("delegation.plan.named", count, names(who.stream().toList()));
    }

    private String names(List<Party> who) {
        String first =
                who.stream().limit(NAMED).map(parties::name).collect(Collectors.joining(", "));
        return who.size() <= NAMED
                ? first
                : ui.text("delegation.plan.andMore", first, who.size() - NAMED);
    }

    /** What it leaves open, or does not reach; may be empty. */
    String left(PlanEffect effect) {
        List<String> sentences = new ArrayList<>();
        if (!effect.unissued().isEmpty()) {
            sentences.add(unissued(effect));
        }
        if (changesServers(effect) && effect.plan().restores().isEmpty()) {
            sentences.add(issued(effect.plan().bound()));
        }
        if (!effect.leftOut().isEmpty()) {
            sentences.add(ui.text("delegation.plan.leftOut", String.join(", ", effect.leftOut())));
        }
        return String.join(" ", sentences);
    }

    private String unissued(PlanEffect effect) {
        int all = effect.unissued().size();
        String first =
                effect.unissued().stream()
                        .limit(NAMED)
                        .map(SpiffeIds::shortName)
                        .collect(Collectors.joining(", "));
        return all <= NAMED
                ? ui.text("delegation.plan.noIdentity", all, first)
                : ui.text("delegation.plan.noIdentity.more", all, first, all - NAMED);
    }

    private static boolean changesServers(PlanEffect effect) {
        return effect.plan().steps().stream().anyMatch(step -> !step.isOfGrants());
    }

    /** Until when what was issued before counts. */
    String issued(ExposureBound bound) {
        Optional<Instant> x509 = bound.x509Dead().at();
        Optional<Instant> jwt = bound.jwtDead().at();
        return x509.isEmpty() || jwt.isEmpty()
                ? ui.text("delegation.plan.issued.unknown")
                : ui.text(
                        "delegation.plan.issued",
                        ui.ages().at(x509.get().isAfter(jwt.get()) ? x509.get() : jwt.get()));
    }
}
