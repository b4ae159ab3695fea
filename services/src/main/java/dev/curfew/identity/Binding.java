package dev.curfew.identity;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How tightly an identity is bound to what acts under it, judged by the selectors of its entry: all
 * of them must match, so the tightest one decides.
 */
public enum Binding {
    /** A certain program: its path or the hash of its binary or image. */
    PROCESS,
    /** A container or pod, whatever program runs in it. */
    CONTAINER,
    /** Whatever runs on the node, at most under a certain user. */
    NODE,
    /** Only selectors of plug-ins that we do not know. */
    UNKNOWN;

    private static final Set<String> CONTAINER_TYPES = Set.of("docker", "podman", "systemd");
    private static final Set<String> PROCESS_NAMES = Set.of("path", "sha256");
    private static final Set<String> NODE_ATTESTORS =
            Set.of(
                    "k8s_psat",
                    "k8s_sat",
                    "aws_iid",
                    "gcp_iit",
                    "azure_msi",
                    "azure_imds",
                    "x509pop",
                    "sshpop",
                    "tpm_devid",
                    "join_token",
                    "http_challenge",
                    "spiffe_id");

    public static Binding of(List<Selector> selectors) {
        Binding tightest = UNKNOWN;
        for (Selector selector : selectors) {
            Binding one = of(selector);
            if (one.ordinal() < tightest.ordinal()) {
                tightest = one;
            }
        }
        return tightest;
    }

    private static Binding of(Selector selector) {
        String type = selector.type().toLowerCase(Locale.ROOT);
        String name = selector.value().split(":", 2)[0].toLowerCase(Locale.ROOT);
        boolean program = PROCESS_NAMES.contains(name);
        return switch (type) {
            case "unix", "windows" -> program ? PROCESS : NODE;
            case "k8s" ->
                    switch (name) {
                        // An image digest says which program it is; a node's name says nothing
                        // about the workload.
                        case "container-image" ->
                                selector.value().contains("@sha256:") ? PROCESS : CONTAINER;
                        case "node-name" -> NODE;
                        default -> CONTAINER;
                    };
            case "docker" -> name.equals("image_config_digest") ? PROCESS : CONTAINER;
            default -> ofOther(type);
        };
    }

    private static Binding ofOther(String type) {
        if (CONTAINER_TYPES.contains(type)) {
            return CONTAINER;
        }
        return NODE_ATTESTORS.contains(type) ? NODE : UNKNOWN;
    }
}
