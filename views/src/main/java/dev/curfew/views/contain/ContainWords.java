package dev.curfew.views.contain;

import dev.curfew.containment.Change;
import dev.curfew.containment.ChangePlan.Warning;
import dev.curfew.containment.Strength;
import dev.curfew.containment.blast.BlastRadius.Hit;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.Lever;
import dev.curfew.containment.plan.PlanDrift.Difference;
import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.containment.plan.PlannedStep.Work;
import dev.curfew.containment.sever.RotationPhase;
import dev.curfew.identity.HostNames;
import dev.curfew.outcome.SafeText;
import dev.curfew.text.Texts;
import dev.curfew.views.kit.Ui;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The services' sentences about containments, and what is made of them here. Pure. */
public final class ContainWords {
    private static final Texts SERVICES = Texts.ofServices();

    private final Ui ui;

    public ContainWords(Ui ui) {
        this.ui = ui;
    }

    public static String strength(Strength strength) {
        return SERVICES.get("strength." + strength.word());
    }

    static String what(Strength strength) {
        return SERVICES.get("strength." + strength.word() + ".what");
    }

    static String undo(Strength strength) {
        return SERVICES.get("strength." + strength.word() + ".undo");
    }

    public static String lever(Lever lever) {
        return SERVICES.get("lever." + lever.key());
    }

    static String effect(Lever lever) {
        return SERVICES.get("lever." + lever.key() + ".effect");
    }

    public static String leaves(Lever lever) {
        return SERVICES.get("lever." + lever.key() + ".leaves");
    }

    public static String hit(Hit hit) {
        return SERVICES.get("blast." + hit.key(), safe(hit.arguments()));
    }

    public static String warning(Warning warning) {
        return SERVICES.get("warning." + warning.key(), safe(warning.arguments()));
    }

    /** What a step waits for. */
    public static String gate(Warning waits) {
        return SERVICES.get("gate." + waits.key(), safe(waits.arguments()));
    }

    /** A phase of a rotation, in a word. */
    public static String phase(RotationPhase phase) {
        return SERVICES.get("rotation." + phase.word());
    }

    /** What it is about. */
    public static String phaseIs(RotationPhase phase) {
        return SERVICES.get("rotation." + phase.word() + ".is");
    }

    static String drift(Difference difference) {
        return SERVICES.get(
                "drift." + difference.key(),
                SafeText.of(difference.subject()),
                SafeText.of(difference.before()),
                SafeText.of(difference.after()));
    }

    private static Object[] safe(List<String> arguments) {
        return arguments.stream().map(SafeText::of).toArray();
    }

    /** "Contain web-researcher", or "Put back web-researcher". */
    public String title(ContainmentPlan plan) {
        String name = SafeText.of(plan.title());
        return plan.restores().isPresent()
                ? ui.text("contain.title.restore", name)
                : ui.text("contain.title", strength(plan.request().strength()), name);
    }

    /** What the last button does. */
    String verb(ContainmentPlan plan) {
        return plan.restores().isPresent()
                ? ui.text("contain.putBack")
                : strength(plan.request().strength());
    }

    /** "1. Delete entries". */
    public String numbered(PlannedStep step) {
        return ui.text("contain.step", step.number(), lever(step.lever()));
    }

    /** What a step concerns, in few words. */
    public String items(PlannedStep step) {
        if (step.items().isEmpty()) {
            return "";
        }
        String first =
                step.work() instanceof Work.Apply(Change.BanNode(var node))
                        ? SafeText.of(HostNames.orShortName(node))
                        : name(step.items().getFirst().title());
        int more = step.items().size() - 1;
        return more == 0 ? first : ui.text("contain.items", first, more);
    }

    /** The path of a SPIFFE ID, without its trust domain; other titles as they are. */
    static String name(String title) {
        String shown = SafeText.of(title);
        int path = shown.startsWith("spiffe://") ? shown.indexOf('/', "spiffe://".length()) : -1;
        return path < 0 ? shown : shown.substring(path + 1);
    }

    /** How long until a step has its effect on the server. */
    static Optional<Duration> effectAfter(PlannedStep step, ContainmentPlan plan) {
        Optional<Instant> by =
                switch (step.lever()) {
                    case RETIRE_X509, ROTATE_X509 -> step.bound().x509Dead().at();
                    case RETIRE_JWT, ROTATE_JWT -> step.bound().jwtDead().at();
                    case TIGHTEN_ENTRIES, RESTORE_ENTRIES, REVERT_ENTRIES ->
                            step.bound().nodesKnow().at();
                    case DELETE_ENTRIES, BAN_NODE -> step.bound().issuanceStops().at();
                    case LIFT_BAN,
                            END_GRANTS,
                            TIGHTEN_GRANTS,
                            RESTORE_GRANTS,
                            QUARANTINE,
                            LIFT_QUARANTINE ->
                            Optional.empty();
                };
        return by.map(at -> Duration.between(plan.plannedAt(), at));
    }
}
