package dev.curfew.delegation.check;

import static dev.curfew.delegation.GrantLever.ASK_AGAIN;
import static dev.curfew.delegation.GrantLever.BAN_NODE;
import static dev.curfew.delegation.GrantLever.CHANGE_RULE;
import static dev.curfew.delegation.GrantLever.DELETE_ENTRY;
import static dev.curfew.delegation.GrantLever.DELETE_RELATIONSHIP;
import static dev.curfew.delegation.GrantLever.DENY_PRINCIPAL;
import static dev.curfew.delegation.GrantLever.END_FEDERATION;
import static dev.curfew.delegation.GrantLever.NARROW_SCOPE;
import static dev.curfew.delegation.GrantLever.REVOKE_TOKEN;
import static dev.curfew.delegation.GrantLever.SHORTEN_RELATIONSHIP;
import static dev.curfew.delegation.GrantLever.STOP_ISSUING;
import static dev.curfew.delegation.GrantLever.WAIT;
import static dev.curfew.delegation.check.Severity.CRITICAL;
import static dev.curfew.delegation.check.Severity.HIGH;
import static dev.curfew.delegation.check.Severity.LOW;
import static dev.curfew.delegation.check.Severity.MEDIUM;

import dev.curfew.delegation.GrantLever;
import java.util.List;

/**
 * The checks of delegation. Title and reason are {@code delegation.check.ID.title} and {@code
 * .why}.
 */
public enum CheckId {
    /** Scope widening. */
    D01(
            CRITICAL,
            "ASI03, ASI02",
            "NHI5",
            "T4, T6",
            "L3, L6",
            "MANAGE 1.3, MEASURE 2.7",
            NARROW_SCOPE,
            DELETE_RELATIONSHIP),
    /** No attenuation. */
    D02(HIGH, "ASI03", "NHI5", "T3, T4", "L3", "MAP 4.2", NARROW_SCOPE),
    /** Outlives the parent. */
    D03(
            HIGH,
            "ASI03, ASI08",
            "NHI7",
            "T3",
            "L6",
            "MANAGE 2.4",
            SHORTEN_RELATIONSHIP,
            DELETE_RELATIONSHIP),
    /** Can still act after the task is over. */
    D04(
            CRITICAL,
            "ASI10, ASI03",
            "NHI1",
            "T3",
            "L6, L7",
            "MANAGE 2.4, GOVERN 1.7",
            DELETE_RELATIONSHIP,
            DENY_PRINCIPAL,
            REVOKE_TOKEN),
    /** Orphaned delegation. */
    D05(
            CRITICAL,
            "ASI03, ASI08",
            "NHI1",
            "T3, T6",
            "L6",
            "MANAGE 2.4",
            DELETE_RELATIONSHIP,
            REVOKE_TOKEN),
    /** Cycle. */
    D06(HIGH, "ASI08, ASI03", "", "T4", "L7", "MEASURE 2.7", DELETE_RELATIONSHIP),
    /** Depth. */
    D07(MEDIUM, "ASI08, ASI03", "", "T4", "L3, L7", "MAP 4.2", DELETE_RELATIONSHIP, CHANGE_RULE),
    /** Hop across trust domains. */
    D08(
            HIGH,
            "ASI07, ASI03",
            "NHI3",
            "T2, T4",
            "L7",
            "GOVERN 6.1, MANAGE 3.1",
            DELETE_RELATIONSHIP,
            END_FEDERATION,
            CHANGE_RULE),
    /** Foreign refresh token. */
    D09(HIGH, "ASI03", "NHI7", "T3", "L7", "MANAGE 3.1", REVOKE_TOKEN, STOP_ISSUING),
    /** Principal changes mid-chain. */
    D10(CRITICAL, "ASI03", "NHI10", "T6", "L6", "MEASURE 2.8", REVOKE_TOKEN, DELETE_RELATIONSHIP),
    /** Impersonation. */
    D11(
            HIGH,
            "ASI03, ASI09",
            "NHI10",
            "T6, T7",
            "L5, L6",
            "MEASURE 2.8",
            REVOKE_TOKEN,
            STOP_ISSUING),
    /** Presenter is not the actor. */
    D12(HIGH, "ASI03, ASI07", "NHI4", "T6", "L6", "MEASURE 2.8", REVOKE_TOKEN, DENY_PRINCIPAL),
    /** Actor not permitted. */
    D13(
            HIGH,
            "ASI03",
            "NHI5",
            "T4",
            "L6",
            "GOVERN 3.2",
            DELETE_RELATIONSHIP,
            REVOKE_TOKEN,
            CHANGE_RULE),
    /** Delegation where forbidden. */
    D14(CRITICAL, "ASI03", "NHI5", "T4", "L6", "MANAGE 1.3", DELETE_RELATIONSHIP, DENY_PRINCIPAL),
    /** Confused deputy path. */
    D15(
            HIGH,
            "ASI03, ASI07, ASI02",
            "NHI5",
            "T4, T6",
            "L3, L7",
            "MEASURE 2.7",
            DELETE_RELATIONSHIP,
            NARROW_SCOPE),
    /** Audience missing, many, or token forwarded. */
    D16(HIGH, "ASI03, ASI02", "NHI4", "T3", "L3", "MEASURE 2.7", REVOKE_TOKEN, STOP_ISSUING),
    /** Unattested delegate. */
    D17(
            HIGH,
            "ASI03, ASI04",
            "NHI4",
            "T5, T6",
            "L4, L7",
            "GOVERN 1.6",
            DELETE_RELATIONSHIP,
            DELETE_ENTRY,
            BAN_NODE),
    /** Self-approval. */
    D18(HIGH, "ASI09, ASI03", "", "T4", "L6", "GOVERN 3.2, MAP 3.5", DELETE_RELATIONSHIP),
    /** Stale decision. */
    D19(HIGH, "ASI03", "", "T6, T7", "L5, L6", "MEASURE 2.4", ASK_AGAIN),
    /** Authorization drift. */
    D20(HIGH, "ASI03", "NHI5", "T4, T7", "L6", "MANAGE 4.1", NARROW_SCOPE, DELETE_RELATIONSHIP),
    /** Fan-out. */
    D21(MEDIUM, "ASI08", "", "T4", "L7", "MEASURE 2.4", DELETE_RELATIONSHIP),
    /** Unused delegation. */
    D22(LOW, "ASI03", "NHI1, NHI5", "T3", "L6", "GOVERN 1.7", DELETE_RELATIONSHIP),
    /** Token replaced too often, or its life stretched. */
    D23(MEDIUM, "ASI03", "NHI7", "T3", "L6", "MEASURE 2.7", STOP_ISSUING, WAIT);

    private final Severity severity;
    private final Frameworks frameworks;
    private final List<GrantLever> levers;

    CheckId(
            Severity severity,
            String asi,
            String nhi,
            String tenets,
            String maestro,
            String aiRmf,
            GrantLever... levers) {
        this.severity = severity;
        this.frameworks = Frameworks.of(asi, nhi, tenets, maestro, aiRmf);
        this.levers = List.of(levers);
    }

    public Severity severity() {
        return severity;
    }

    public Frameworks frameworks() {
        return frameworks;
    }

    /** What ends or mends it, the quickest first. */
    public List<GrantLever> levers() {
        return levers;
    }

    public String titleKey() {
        return "delegation.check." + name() + ".title";
    }

    public String whyKey() {
        return "delegation.check." + name() + ".why";
    }
}
