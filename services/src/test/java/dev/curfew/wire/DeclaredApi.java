package dev.curfew.wire;

import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import dev.curfew.wire.spire.agent.AgentOuterClass;
import dev.curfew.wire.spire.bundle.BundleOuterClass;
import dev.curfew.wire.spire.debug.DebugOuterClass;
import dev.curfew.wire.spire.entry.EntryOuterClass;
import dev.curfew.wire.spire.localauthority.Localauthority;
import dev.curfew.wire.spire.logger.LoggerOuterClass;
import dev.curfew.wire.spire.svid.Svid;
import dev.curfew.wire.spire.trustdomain.Trustdomain;
import dev.curfew.wire.spire.types.Types;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Our own declarations of SPIRE's server API, written line by line as the facts are. */
final class DeclaredApi {
    private static final List<FileDescriptor> FILES =
            List.of(
                    Types.getDescriptor(),
                    AgentOuterClass.getDescriptor(),
                    BundleOuterClass.getDescriptor(),
                    DebugOuterClass.getDescriptor(),
                    EntryOuterClass.getDescriptor(),
                    Localauthority.getDescriptor(),
                    LoggerOuterClass.getDescriptor(),
                    Svid.getDescriptor(),
                    Trustdomain.getDescriptor());

    private final Set<String> lines = new TreeSet<>();

    private DeclaredApi() {}

    static Set<String> lines() {
        DeclaredApi api = new DeclaredApi();
        for (FileDescriptor file : FILES) {
            file.getMessageTypes().forEach(api::message);
            file.getEnumTypes().forEach(api::enumeration);
            file.getServices().forEach(api::service);
        }
        return api.lines;
    }

    private void message(Descriptor message) {
        if (message.getFields().isEmpty()) {
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
        message.getNestedTypes().forEach(this::message);
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
            return "repeated ";
        }
        FieldDescriptorProto written = field.toProto();
        if (written.getProto3Optional()) {
            return "optional ";
        }
        return field.getContainingOneof() == null
                ? ""
                : "oneof(" + field.getContainingOneof().getName() + ") ";
    }

    private static String type(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case MESSAGE -> field.getMessageType().getFullName();
            case ENUM -> field.getEnumType().getFullName();
            default -> field.getType().name().toLowerCase(Locale.ROOT);
        };
    }
}
