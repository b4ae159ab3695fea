package dev.curfew.wire;

import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Our own declarations of an interface, written line by line as the facts are. */
final class DeclaredApi {
    private final Set<String> lines = new TreeSet<>();

    private DeclaredApi() {}

    static Set<String> lines(List<FileDescriptor> files) {
        DeclaredApi api = new DeclaredApi();
        for (FileDescriptor file : files) {
            file.getMessageTypes().forEach(api::message);
            file.getEnumTypes().forEach(api::enumeration);
            file.getServices().forEach(api::service);
        }
        return api.lines;
    }

    private void message(Descriptor message) {
        if (message.getFields().isEmpty() && message.getNestedTypes().isEmpty()) {
            lines.add("message\t" + message.getFullName());
        }
        for (FieldDescriptor field : message.getFields()) {
            lines.add(
                    String.join(
                            "\t",
                            "field",
                            message.getFullName(),
                            field.getName(),
                            Integer.toString(field.getNumber()),
                            label(field) + type(field)));
        }
        message.getNestedTypes().stream()
                .filter(nested -> !nested.getOptions().getMapEntry())
                .forEach(this::message);
        message.getEnumTypes().forEach(this::enumeration);
    }

    private void enumeration(EnumDescriptor type) {
        type.getValues()
                .forEach(value ->
                        lines.add(
                                String.join(
                                        "\t",
                                        "enum",
                                        type.getFullName(),
                                        value.getName(),
                                        Integer.toString(value.getNumber()))));
    }

    private void service(ServiceDescriptor service) {
        for (MethodDescriptor method : service.getMethods()) {
            lines.add(
                    String.join(
                            "\t",
                            "rpc",
                            service.getFullName() + "/" + method.getName(),
                            (method.isClientStreaming() ? "stream " : "")
                                    + method.getInputType().getFullName(),
                            (method.isServerStreaming() ? "stream " : "")
                                    + method.getOutputType().getFullName()));
        }
    }

    private static String label(FieldDescriptor field) {
        if (field.isRepeated()) {
            return field.isMapField() ? "" : "repeated ";
        }
        FieldDescriptorProto written = field.toProto();
        if (written.getProto3Optional()) {
            return "optional ";
        }
        return field.getContainingOneof() == null
                ? ""
                : "oneof(" + field.getContainingOneof().getName() + ") ";
    }

    /** The facts do not name the enum of a map's values. */
    private static String valueType(FieldDescriptor value) {
        return value.getJavaType() == FieldDescriptor.JavaType.ENUM ? "enum" : type(value);
    }

    private static String type(FieldDescriptor field) {
        if (field.isMapField()) {
            Descriptor entry = field.getMessageType();
            return "map<"
                    + type(entry.findFieldByNumber(1))
                    + ","
                    + valueType(entry.findFieldByNumber(2))
                    + ">";
        }
        return switch (field.getJavaType()) {
            case MESSAGE -> field.getMessageType().getFullName();
            case ENUM -> field.getEnumType().getFullName();
            default -> field.getType().name().toLowerCase(Locale.ROOT);
        };
    }
}
