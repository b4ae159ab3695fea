package dev.curfew.peers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The configuration files of server and agent. */
final class Settings {
    private Settings() {}

    /**
     * @param data the file of its datastore; servers of one set share it
     * @param bundleEndpoint port of the federation endpoint; 0 for none
     * @param upstream the authority that signs the server's own; empty: it signs itself
     */
    record Server(
            String trustDomain,
            int port,
            int bundleEndpoint,
            Path socket,
            Path folder,
            Path data,
            Path popRoot,
            Duration caTtl,
            Optional<Duration> cacheReload,
            Duration nodeStaleness,
            boolean keepsKeys,
            Optional<UpstreamFiles> upstream) {

        String text() {
            return """
            server {
                trust_domain = "%s"
                bind_address = "127.0.0.1"
                bind_port = "%d"
                socket_path = "%s"
                data_dir = "%s"
                log_level = "INFO"
                ca_ttl = "%ds"
                max_attested_node_info_staleness = "%dms"
                admin_ids = ["spiffe://%1$s/curfew/console"]
                ratelimit {
                    attestation = false
                    signing = false
                }
            %s%s}
            plugins {
                DataStore "sql" {
                    plugin_data {
                        database_type = "sqlite3"
                        connection_string = "%s"
                    }
                }
            %s%s    NodeAttestor "join_token" {
                    plugin_data {}
                }
                NodeAttestor "x509pop" {
                    plugin_data {
                        ca_bundle_path = "%s"
                        agent_path_template = "/x509pop/{{ .Subject.CommonName }}"
                    }
                }
            }
            """
                    .formatted(
                            trustDomain,
                            port,
                            socket,
                            folder,
                            caTtl.toSeconds(),
                            nodeStaleness.toMillis(),
                            experimental(cacheReload, "cache_reload_interval"),
                            federation(),
                            data,
                            keys(),
                            upstream.map(UpstreamFiles::setting).orElse(""),
                            popRoot);
        }

        private String federation() {
            return bundleEndpoint == 0
                    ? ""
                    : """
                        federation {
                            bundle_endpoint {
                                address = "127.0.0.1"
                                port = %d
                                profile "https_spiffe" {}
                            }
                        }
                    """
                            .formatted(bundleEndpoint);
        }

        private String keys() {
            return keepsKeys
                    ? """
                        KeyManager "disk" {
                            plugin_data {
                                keys_path = "%s/keys.json"
                            }
                        }
                    """
                            .formatted(folder)
                    : KEYS_IN_MEMORY;
        }
    }

    /**
     * @param attestor its block of settings
     */
    record Agent(
            String trustDomain,
            int serverPort,
            Path socket,
            Path adminSocket,
            Path folder,
            Path bundle,
            Optional<Duration> sync,
            String attestor) {

        String text() {
            return """
            agent {
                trust_domain = "%s"
                server_address = "127.0.0.1"
                server_port = "%d"
                socket_path = "%s"
                admin_socket_path = "%s"
                data_dir = "%s"
                trust_bundle_path = "%s"
                log_level = "INFO"
            %s}
            plugins {
            %s%s    WorkloadAttestor "unix" {
                    plugin_data {
                        discover_workload_path = true
                        workload_size_limit = -1
                    }
                }
            }
            """
                    .formatted(
                            trustDomain,
                            serverPort,
                            socket,
                            adminSocket,
                            folder,
                            bundle,
                            experimental(sync, "sync_interval"),
                            KEYS_IN_MEMORY,
                            attestor);
        }
    }

    static final String JOIN_TOKEN =
            """
                NodeAttestor "join_token" {
                    plugin_data {}
                }
            """;

    static String x509pop(Path certificate, Path key) {
        return """
            NodeAttestor "x509pop" {
                plugin_data {
                    certificate_path = "%s"
                    private_key_path = "%s"
                }
            }
        """
                .formatted(certificate, key);
    }

    private static final String KEYS_IN_MEMORY =
            """
                KeyManager "memory" {
                    plugin_data {}
                }
            """;

    private static String experimental(Optional<Duration> interval, String name) {
        return interval.map(value ->
                        """
                            experimental {
                                %s = "%dms"
                            }
                        """
                                .formatted(name, value.toMillis()))
                .orElse("");
    }
}
