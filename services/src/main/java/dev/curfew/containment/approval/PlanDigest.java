package dev.curfew.containment.approval;

import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.PlanJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.node.ObjectNode;

/**
 * What of a plan is approved: its id, what was asked for, and every step with what it saw. Times
 * and bounds are left out, because they are those of the moment. Pure.
 */
final class PlanDigest {
    private static final String[] OF_THE_MOMENT = {"planned_at", "bound", "blast", "warnings"};

    private PlanDigest() {}

    /** Lower-case hex SHA-256. */
    static String of(ContainmentPlan plan) {
        ObjectNode json = PlanJson.write(plan);
        for (String name : OF_THE_MOMENT) {
            json.remove(name);
        }
        json.path("steps")
                .forEach(step -> {
                    if (step instanceof ObjectNode one) {
                        one.remove("bound");
                    }
                });
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(json.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
