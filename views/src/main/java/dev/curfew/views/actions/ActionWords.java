package dev.curfew.views.actions;

import dev.curfew.containment.ActionKind;
import dev.curfew.containment.Change;
import dev.curfew.containment.ChangePlan;
import dev.curfew.identity.HostNames;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import dev.curfew.outcome.SafeText;
import dev.curfew.text.Explanation;
import dev.curfew.text.Texts;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.Ui;
import java.util.Locale;

/** What actions are called, and the services' sentences about them. Pure. */
final class ActionWords {
    private final Ui ui;
    private final Texts services = Texts.ofServices();

    ActionWords(Ui ui) {
        this.ui = ui;
    }

    /** "Tighten 12 entries on acme.test". */
    String title(ChangePlan plan) {
        return ui.text("actions.title", verb(plan), SafeText.of(plan.connection()));
    }

    /** "Tighten 12 entries": what the last button does. */
    String verb(ChangePlan plan) {
        int count = plan.items().size();
        return switch (plan.kind()) {
            case CREATE -> one("actions.create", "actions.create.many", plan);
            case EDIT -> ui.text("actions.edit", name(plan));
            case TIGHTEN ->
                    plan.change() instanceof Change.Tighten tighten
                                    && tighten.x509Seconds().isEmpty()
                                    && tighten.jwtSeconds().isEmpty()
                            ? one("actions.expire", "actions.expire.many", plan)
                            : one("actions.tighten", "actions.tighten.many", plan);
            case DELETE -> one("actions.delete", "actions.delete.many", plan);
            case BAN -> ui.text("actions.ban", name(plan));
            case EVICT -> ui.text("actions.evict", name(plan));
            case LIFT_BAN -> ui.text("actions.liftBan", name(plan));
            case JOIN_TOKEN -> ui.text("actions.joinToken");
            case REFRESH_FEDERATION -> ui.text("actions.refreshFederation", name(plan));
            case ADD_FEDERATION -> ui.text("actions.addFederation", name(plan));
            case REMOVE_FEDERATION -> ui.text("actions.removeFederation", name(plan));
            case RESTORE -> one("actions.restore", "actions.restore.many", plan);
            case END_GRANTS -> one("actions.endGrants", "actions.endGrants.many", plan);
            case TIGHTEN_GRANTS -> one("actions.tightenGrants", "actions.tightenGrants.many", plan);
            case RESTORE_GRANTS -> one("actions.restoreGrants", "actions.restoreGrants.many", plan);
            case QUARANTINE -> one("actions.quarantine", "actions.quarantine.many", plan);
            case LIFT_QUARANTINE ->
                    one("actions.liftQuarantine", "actions.liftQuarantine.many", plan);
            case REVERT ->
                    count == 1
                            ? ui.text("actions.revert", name(plan))
                            : ui.text("actions.revert.many", Counts.of(count));
        };
    }

    private String one(String single, String many, ChangePlan plan) {
        int count = plan.items().size();
        return count == 1
                ? ui.texts().get(single, name(plan))
                : ui.texts().get(many, Counts.of(count));
    }

    /** A node as its list calls it. */
    private static String name(ChangePlan plan) {
        return switch (plan.change()) {
            case Change.BanNode(var node) -> SafeText.of(HostNames.orShortName(node));
            case Change.EvictNode(var node) -> SafeText.of(HostNames.orShortName(node));
            case Change.LiftBan(var node) -> SafeText.of(HostNames.orShortName(node));
            default -> firstItem(plan);
        };
    }

    private static String firstItem(ChangePlan plan) {
        return plan.items().isEmpty() ? "" : shortName(plan.items().getFirst().title());
    }

    /** The last part of a SPIFFE ID; other titles as they are. */
    static String shortName(String title) {
        String shown = SafeText.of(title);
        return shown.startsWith("spiffe://") ? shown.substring(shown.lastIndexOf('/') + 1) : shown;
    }

    String field(String field) {
        return switch (field) {
            case "spiffe_id" -> ui.text("actions.field.spiffeId");
            case "parent_id" -> ui.text("actions.field.parentId");
            case "selectors" -> ui.text("actions.field.selectors");
            case "x509_svid_ttl" -> ui.text("actions.field.x509Ttl");
            case "jwt_svid_ttl" -> ui.text("actions.field.jwtTtl");
            case "expires_at" -> ui.text("actions.field.expiresAt");
            case "admin" -> ui.text("actions.field.admin");
            case "downstream" -> ui.text("actions.field.downstream");
            case "federates_with" -> ui.text("actions.field.federatesWith");
            case "dns_names" -> ui.text("actions.field.dnsNames");
            case "hint" -> ui.text("actions.field.hint");
            case "store_svid" -> ui.text("actions.field.storeSvid");
            case "disable_x509_svid_prefetch" -> ui.text("actions.field.prefetch");
            case "entry" -> ui.text("actions.field.entry");
            case "banned" -> ui.text("actions.field.banned");
            case "node" -> ui.text("actions.field.node");
            case "ttl" -> ui.text("actions.field.ttl");
            case "alias" -> ui.text("actions.field.alias");
            case "trust_domain" -> ui.text("actions.field.trustDomain");
            case "bundle_endpoint_url" -> ui.text("actions.field.endpointUrl");
            case "bundle_endpoint_profile" -> ui.text("actions.field.profile");
            case "relationship" -> ui.text("actions.field.relationship");
            case "bundle" -> ui.text("actions.field.bundle");
            case "x509_authority" -> ui.text("actions.field.x509Authority");
            case "jwt_authority" -> ui.text("actions.field.jwtAuthority");
            default -> SafeText.of(field);
        };
    }

    String warning(ChangePlan.Warning warning) {
        Object[] safe = warning.arguments().stream().map(SafeText::of).toArray();
        return services.get("warning." + warning.key(), safe);
    }

    /** What stands in place of a time that there is none of. */
    String noBound(ActionKind kind) {
        return switch (kind) {
            case EVICT -> ui.text("actions.bound.eviction");
            case REMOVE_FEDERATION -> ui.text("actions.bound.onlyTrust");
            default ->
                    kind.strength() == ActionKind.Strength.ADDS
                                    || kind == ActionKind.REFRESH_FEDERATION
                            ? ui.text("actions.bound.endsNothing")
                            : ui.text("exposure.unknown");
        };
    }

    Explanation explain(Failure why) {
        return Explanation.of(why, services);
    }

    /** The same where its subject stands beside it already. */
    String briefOfThis(Failure why) {
        String sentence = brief(new Failure(why.reason(), ui.text("actions.it"), why.detail()));
        return sentence.isEmpty()
                ? sentence
                : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    /** In little room, as beside a field: "5x is not a duration: x is not a unit." */
    String brief(Failure why) {
        Explanation words = explain(why);
        String what = words.what();
        String reason = words.why();
        if (why.reason() == Reason.INVALID_INPUT) {
            return reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1);
        }
        return what.endsWith(".") ? what.substring(0, what.length() - 1) + ": " + reason : what;
    }
}
