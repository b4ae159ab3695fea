package dev.curfew.policy.context;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The values of conditions, on the wire and as texts. Pure. */
public final class ContextValues {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ContextValues() {}

    public static Struct struct(Map<String, Object> values) {
        Struct.Builder struct = Struct.newBuilder();
        values.forEach((name, value) -> struct.putFields(name, value(value)));
        return struct.build();
    }

    public static Value value(@Nullable Object value) {
        Value.Builder out = Value.newBuilder();
        return switch (value) {
            case null -> out.setNullValue(NullValue.NULL_VALUE).build();
            case Boolean flag -> out.setBoolValue(flag).build();
            case Number number -> out.setNumberValue(number.doubleValue()).build();
            case List<?> list -> {
                ListValue.Builder values = ListValue.newBuilder();
                list.forEach(item -> values.addValues(value(item)));
                yield out.setListValue(values).build();
            }
            case Map<?, ?> map -> {
                Struct.Builder fields = Struct.newBuilder();
                map.forEach((name, item) -> fields.putFields(String.valueOf(name), value(item)));
                yield out.setStructValue(fields).build();
            }
            default -> out.setStringValue(value.toString()).build();
        };
    }

    /** A text as it is, a number or a truth value as JSON writes it, anything else as JSON. */
    public static String text(Value value) {
        return switch (value.getKindCase()) {
            case STRING_VALUE -> value.getStringValue();
            case NUMBER_VALUE -> number(value.getNumberValue());
            case BOOL_VALUE -> String.valueOf(value.getBoolValue());
            default -> JSON.writeValueAsString(plain(value));
        };
    }

    private static String number(double number) {
        return Double.isFinite(number)
                ? new BigDecimal(number).stripTrailingZeros().toPlainString()
                : String.valueOf(number);
    }

    private static @Nullable Object plain(Value value) {
        return switch (value.getKindCase()) {
            case STRING_VALUE -> value.getStringValue();
            case NUMBER_VALUE -> value.getNumberValue();
            case BOOL_VALUE -> value.getBoolValue();
            case LIST_VALUE -> {
                List<@Nullable Object> list = new ArrayList<>();
                value.getListValue().getValuesList().forEach(item -> list.add(plain(item)));
                yield list;
            }
            case STRUCT_VALUE -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                value.getStructValue()
                        .getFieldsMap()
                        .forEach((name, item) -> map.put(name, plain(item)));
                yield map;
            }
            case NULL_VALUE, KIND_NOT_SET -> null;
        };
    }
}
