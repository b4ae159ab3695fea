package dev.curfew.policy.cerbos;

import dev.curfew.connect.BackendChannel;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.SafeText;
import dev.curfew.policy.PolicyModel;
import dev.curfew.policy.PolicyModel.Part;
import dev.curfew.policy.PolicyModel.Part.Kind;
import dev.curfew.policy.PolicyModel.Part.Origin;
import dev.curfew.policy.PolicyModel.Relation;
import dev.curfew.policy.PolicyModel.Type;
import dev.curfew.policy.context.ContextValues;
import dev.curfew.wire.cerbos.request.InspectPoliciesRequest;
import dev.curfew.wire.cerbos.response.InspectPoliciesResponse;
import dev.curfew.wire.cerbos.response.InspectPoliciesResponse.Attribute;
import dev.curfew.wire.cerbos.response.InspectPoliciesResponse.Constant;
import dev.curfew.wire.cerbos.response.InspectPoliciesResponse.DerivedRole;
import dev.curfew.wire.cerbos.response.InspectPoliciesResponse.Result;
import dev.curfew.wire.cerbos.response.InspectPoliciesResponse.Variable;
import dev.curfew.wire.cerbos.svc.CerbosAdminServiceGrpc;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What all policies are made of, disabled ones too. Cerbos tells names alone, not the rules. */
final class Inspecting {
    private static final Comparator<Part> ORDER =
            Comparator.comparing(Part::kind).thenComparing(Part::name).thenComparing(Part::source);

    private Inspecting() {}

    /** Blocks. */
    static Outcome<PolicyModel> model(BackendChannel admin) {
        return admin.read(
                        CerbosAdminServiceGrpc.getInspectPoliciesMethod(),
                        InspectPoliciesRequest.newBuilder().setIncludeDisabled(true).build(),
                        admin.target())
                .map(Inspecting::model);
    }

    static PolicyModel model(InspectPoliciesResponse answer) {
        return new PolicyModel(
                "",
                "",
                answer.getResultsMap().entrySet().stream()
                        .map(one -> type(one.getKey(), one.getValue()))
                        .sorted(Comparator.comparing(Type::name))
                        .toList());
    }

    private static Type type(String key, Result result) {
        String name = result.getPolicyId().isEmpty() ? key : result.getPolicyId();
        List<Part> parts = new ArrayList<>();
        result.getDerivedRolesList().forEach(one -> parts.add(part(one)));
        result.getAttributesList().forEach(one -> parts.add(part(one)));
        result.getVariablesList().forEach(one -> parts.add(part(one)));
        result.getConstantsList().forEach(one -> parts.add(part(one)));
        parts.sort(ORDER);
        return new Type(
                SafeText.of(name),
                result.getActionsList().stream()
                        .map(SafeText::of)
                        .sorted()
                        .map(action -> new Relation(action, List.of(), ""))
                        .toList(),
                parts);
    }

    private static Part part(DerivedRole role) {
        return part(
                Kind.DERIVED_ROLE,
                role.getName(),
                "",
                switch (role.getKind()) {
                    case KIND_EXPORTED -> Origin.OWN;
                    case KIND_IMPORTED -> Origin.IMPORTED;
                    case KIND_UNDEFINED -> Origin.UNDEFINED;
                    case KIND_UNSPECIFIED, UNRECOGNIZED -> Origin.UNKNOWN;
                },
                role.getSource());
    }

    private static Part part(Attribute attribute) {
        return part(
                attribute.getKind() == Attribute.Kind.KIND_PRINCIPAL_ATTRIBUTE
                        ? Kind.PRINCIPAL_ATTRIBUTE
                        : Kind.RESOURCE_ATTRIBUTE,
                attribute.getName(),
                "",
                Origin.UNKNOWN,
                "");
    }

    private static Part part(Variable variable) {
        return part(
                Kind.VARIABLE,
                variable.getName(),
                variable.getValue(),
                switch (variable.getKind()) {
                    case KIND_EXPORTED, KIND_LOCAL -> Origin.OWN;
                    case KIND_IMPORTED -> Origin.IMPORTED;
                    case KIND_UNDEFINED -> Origin.UNDEFINED;
                    case KIND_UNSPECIFIED, KIND_UNKNOWN, UNRECOGNIZED -> Origin.UNKNOWN;
                },
                variable.getSource());
    }

    private static Part part(Constant constant) {
        return part(
                Kind.CONSTANT,
                constant.getName(),
                ContextValues.text(constant.getValue()),
                switch (constant.getKind()) {
                    case KIND_EXPORTED, KIND_LOCAL -> Origin.OWN;
                    case KIND_IMPORTED -> Origin.IMPORTED;
                    case KIND_UNDEFINED -> Origin.UNDEFINED;
                    case KIND_UNSPECIFIED, KIND_UNKNOWN, UNRECOGNIZED -> Origin.UNKNOWN;
                },
                constant.getSource());
    }

    private static Part part(Kind kind, String name, String value, Origin origin, String source) {
        return new Part(kind, SafeText.of(name), SafeText.of(value), origin, SafeText.of(source));
    }
}
