package dev.curfew.policy.openfga;

import com.google.protobuf.Value;
import dev.curfew.policy.context.ContextValues;
import dev.curfew.wire.openfga.ConditionParamTypeRef.TypeName;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a condition's values are on the wire, by the types of its parameters. */
final class Values {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Values() {}

    /** The value that {@link ContextValues#text} was made of, for a parameter of this type. */
    static Value value(String text, TypeName type) {
        return switch (type) {
            case TYPE_NAME_BOOL,
                    TYPE_NAME_INT,
                    TYPE_NAME_UINT,
                    TYPE_NAME_DOUBLE,
                    TYPE_NAME_LIST,
                    TYPE_NAME_MAP ->
                    json(text);
            default -> Value.newBuilder().setStringValue(text).build();
        };
    }

    private static Value json(String text) {
        try {
            return ContextValues.value(JSON.readValue(text, Object.class));
        } catch (JacksonException e) {
            return Value.newBuilder().setStringValue(text).build();
        }
    }
}
