package dev.curfew.policy.cerbos;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Value;
import dev.curfew.export.ModelJson;
import dev.curfew.policy.PolicyModel;
import dev.curfew.policy.PolicyModel.Part;
import dev.curfew.policy.PolicyModel.Part.Kind;
import dev.curfew.policy.PolicyModel.Part.Origin;
import dev.curfew.policy.PolicyModel.Relation;
import dev.curfew.wire.cerbos.response.InspectPoliciesResponse;
import dev.curfew.wire.cerbos.response.InspectPoliciesResponse.Attribute;
import dev.curfew.wire.cerbos.response.InspectPoliciesResponse.Constant;
import dev.curfew.wire.cerbos.response.InspectPoliciesResponse.DerivedRole;
import dev.curfew.wire.cerbos.response.InspectPoliciesResponse.Result;
import dev.curfew.wire.cerbos.response.InspectPoliciesResponse.Variable;
import org.junit.jupiter.api.Test;

class InspectingTest {
    private static final InspectPoliciesResponse ANSWER =
            InspectPoliciesResponse.newBuilder()
                    .putResults(
                            "resource.tool.vdefault",
                            Result.newBuilder()
                                    .setPolicyId("resource.tool.vdefault")
                                    .addActions("use")
                                    .addActions("list")
                                    .addVariables(
                                            Variable.newBuilder()
                                                    .setName("late")
                                                    .setValue("now() > P.attr.end")
                                                    .setKind(Variable.Kind.KIND_IMPORTED)
                                                    .setSource("export_variables.times"))
                                    .addConstants(
                                            Constant.newBuilder()
                                                    .setName("depth")
                                                    .setValue(Value.newBuilder().setNumberValue(3))
                                                    .setKind(Constant.Kind.KIND_LOCAL))
                                    .addDerivedRoles(
                                            DerivedRole.newBuilder()
                                                    .setName("owner")
                                                    .setKind(DerivedRole.Kind.KIND_UNDEFINED))
                                    .addAttributes(
                                            Attribute.newBuilder()
                                                    .setName("end")
                                                    .setKind(
                                                            Attribute.Kind
                                                                    .KIND_PRINCIPAL_ATTRIBUTE))
                                    .build())
                    .putResults("derived_roles.agents", Result.getDefaultInstance())
                    .build();

    @Test
    void policiesAndWhatTheirConditionsUseAreThere() {
        PolicyModel model = Inspecting.model(ANSWER);
        assertThat(model.types())
                .extracting(PolicyModel.Type::name)
                .containsExactly("derived_roles.agents", "resource.tool.vdefault");
        PolicyModel.Type tool = model.type("resource.tool.vdefault").orElseThrow();
        assertThat(tool.relations()).extracting(Relation::name).containsExactly("list", "use");
        assertThat(tool.parts())
                .containsExactly(
                        new Part(Kind.DERIVED_ROLE, "owner", "", Origin.UNDEFINED, ""),
                        new Part(Kind.PRINCIPAL_ATTRIBUTE, "end", "", Origin.UNKNOWN, ""),
                        new Part(
                                Kind.VARIABLE,
                                "late",
                                "now() > P.attr.end",
                                Origin.IMPORTED,
                                "export_variables.times"),
                        new Part(Kind.CONSTANT, "depth", "3", Origin.OWN, ""));
        assertThat(ModelJson.write(model).at("/types/1/parts/2/source").asString())
                .isEqualTo("export_variables.times");
    }
}
