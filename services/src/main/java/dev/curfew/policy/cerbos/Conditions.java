package dev.curfew.policy.cerbos;

import dev.curfew.outcome.SafeText;
import dev.curfew.policy.context.ContextValues;
import dev.curfew.wire.cerbos.engine.PlanResourcesFilter.Expression;
import dev.curfew.wire.cerbos.engine.PlanResourcesFilter.Expression.Operand;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Conditions on resources as a person reads them. Pure. */
final class Conditions {
    private static final String REQUEST = "request.";
    private static final Map<String, String> SIGNS =
            Map.ofEntries(
                    Map.entry("and", "and"),
                    Map.entry("or", "or"),
                    Map.entry("eq", "="),
                    Map.entry("ne", "≠"),
                    Map.entry("lt", "<"),
                    Map.entry("le", "≤"),
                    Map.entry("gt", ">"),
                    Map.entry("ge", "≥"),
                    Map.entry("in", "in"),
                    Map.entry("add", "+"),
                    Map.entry("sub", "-"),
                    Map.entry("mult", "*"),
                    Map.entry("div", "/"),
                    Map.entry("mod", "%"));

    private Conditions() {}

    static String text(Operand operand) {
        return SafeText.of(write(operand, true));
    }

    private static String write(Operand operand, boolean outermost) {
        return switch (operand.getNodeCase()) {
            case VALUE ->
                    operand.getValue().hasStringValue()
                            ? '"' + operand.getValue().getStringValue() + '"'
                            : ContextValues.text(operand.getValue());
            case VARIABLE ->
                    operand.getVariable().startsWith(REQUEST)
                            ? operand.getVariable().substring(REQUEST.length())
                            : operand.getVariable();
            case EXPRESSION -> write(operand.getExpression(), outermost);
            case NODE_NOT_SET -> "?";
        };
    }

    private static String write(Expression expression, boolean outermost) {
        List<Operand> operands = expression.getOperandsList();
        String sign = SIGNS.get(expression.getOperator());
        if (sign != null && operands.size() > 1) {
            String joined =
                    operands.stream()
                            .map(operand -> write(operand, false))
                            .collect(Collectors.joining(" " + sign + " "));
            return outermost ? joined : "(" + joined + ")";
        }
        if (expression.getOperator().equals("not") && operands.size() == 1) {
            return "not " + write(operands.getFirst(), false);
        }
        return operands.stream()
                .map(operand -> write(operand, true))
                .collect(Collectors.joining(", ", expression.getOperator() + "(", ")"));
    }
}
