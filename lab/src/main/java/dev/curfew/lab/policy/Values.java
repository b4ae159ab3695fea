package dev.curfew.lab.policy;

import com.google.protobuf.Value;
import dev.curfew.wire.openfga.ConditionParamTypeRef.TypeName;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** What stands in a request or a tuple, as the type that a condition declares. */
final class Values {
    private Values() {}

    /** Whether the lab can read values of this type. */
    static boolean knows(TypeName type) {
        return switch (type) {
            case TYPE_NAME_TIMESTAMP,
                    TYPE_NAME_STRING,
                    TYPE_NAME_BOOL,
                    TYPE_NAME_INT,
                    TYPE_NAME_UINT,
                    TYPE_NAME_DOUBLE ->
                    true;
            default -> false;
        };
    }

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException if it is none of the type
     */
    static Object read(Value value, TypeName type) {
        return switch (type) {
            case TYPE_NAME_TIMESTAMP -> timestamp(text(value));
            case TYPE_NAME_STRING -> text(value);
            case TYPE_NAME_BOOL -> {
                expect(value, Value.KindCase.BOOL_VALUE, "bool");
                yield value.getBoolValue();
            }
            case TYPE_NAME_INT, TYPE_NAME_UINT, TYPE_NAME_DOUBLE -> number(value);
            default -> throw new IllegalArgumentException("the lab knows no " + type);
        };
    }

    private static String text(Value value) {
        expect(value, Value.KindCase.STRING_VALUE, "string");
        return value.getStringValue();
    }

    private static Object timestamp(String text) {
        try {
            return OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "expected RFC 3339 formatted timestamp string, but found '%s'".formatted(text),
                    e);
        }
    }

    private static Double number(Value value) {
        if (value.getKindCase() == Value.KindCase.STRING_VALUE) {
            try {
                return Double.valueOf(value.getStringValue());
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "expected a numeric string value, but found '%s'"
                                .formatted(value.getStringValue()),
                        e);
            }
        }
        expect(value, Value.KindCase.NUMBER_VALUE, "float64");
        return value.getNumberValue();
    }

    private static void expect(Value value, Value.KindCase kind, String name) {
        if (value.getKindCase() != kind) {
            throw new IllegalArgumentException(
                    "expected type value '%s', but found '%s'".formatted(name, found(value)));
        }
    }

    /** The names that a Go server has for them. */
    private static String found(Value value) {
        return switch (value.getKindCase()) {
            case NULL_VALUE, KIND_NOT_SET -> "<nil>";
            case NUMBER_VALUE -> "float64";
            case STRING_VALUE -> "string";
            case BOOL_VALUE -> "bool";
            case STRUCT_VALUE -> "map[string]interface {}";
            case LIST_VALUE -> "[]interface {}";
        };
    }
}
