package dev.curfew.identity;

import java.util.List;
import java.util.Optional;

/** What people call a machine, where an attestor's selectors say it. Pure. */
public final class HostNames {
    /** From SPIRE's own node attestors, the best first. */
    private static final List<Prefix> PREFIXES =
            List.of(
                    new Prefix("k8s_psat", "agent_node_name:"),
                    new Prefix("k8s_sat", "agent_node_name:"),
                    new Prefix("aws_iid", "tag:name:"),
                    new Prefix("aws_iid", "tag:Name:"),
                    new Prefix("gcp_iit", "instance-name:"),
                    new Prefix("azure_msi", "vm-name:"),
                    new Prefix("azure_imds", "vm-name:"),
                    new Prefix("x509pop", "subject:cn:"),
                    new Prefix("sshpop", "hostname:"));

    private record Prefix(String type, String start) {}

    private HostNames() {}

    public static Optional<String> of(Node node) {
        for (Prefix prefix : PREFIXES) {
            for (Selector selector : node.selectors()) {
                if (selector.type().equals(prefix.type())
                        && selector.value().startsWith(prefix.start())) {
                    String name = selector.value().substring(prefix.start().length()).strip();
                    if (!name.isEmpty()) {
                        return Optional.of(name);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** That name, or else the last part of its SPIFFE ID. */
    public static String orShortName(Node node) {
        return of(node).orElseGet(() -> SpiffeIds.shortName(node.id()));
    }
}
