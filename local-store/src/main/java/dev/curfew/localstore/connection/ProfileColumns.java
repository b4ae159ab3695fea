package dev.curfew.localstore.connection;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.Credentials;
import dev.curfew.connect.SecretRef;
import dev.curfew.connect.ServerAddress;
import dev.curfew.connect.TimingsJson;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A profile as the values of its columns. Columns of another kind of address or credential stay
 * empty, and there is none that could hold a secret.
 */
final class ProfileColumns {
    /** Those that not every profile has: unnamed parameters would be refused. */
    private static final List<String> OPTIONAL =
            List.of(
                    "address_path",
                    "address_host",
                    "address_port",
                    "workload_api",
                    "certificates_path",
                    "private_key_path",
                    "key_store_path",
                    "bundle_path",
                    "passphrase_from",
                    "passphrase_place",
                    "trust_domain");

    private final Map<String, @Nullable Object> values = new HashMap<>();

    private ProfileColumns() {
        OPTIONAL.forEach(column -> values.put(column, null));
    }

    /** By column; null where the column stays empty. */
    static Map<String, @Nullable Object> of(ConnectionProfile profile) {
        ProfileColumns columns = new ProfileColumns();
        columns.values.put("name", profile.name());
        columns.address(profile.address());
        columns.credentials(profile.credentials());
        profile.trustDomain()
                .ifPresent(domain -> columns.values.put("trust_domain", domain.getName()));
        columns.values.put("timings", TimingsJson.write(profile.timings()));
        return columns.values;
    }

    private void address(ServerAddress address) {
        switch (address) {
            case ServerAddress.UnixSocket(Path path) -> {
                values.put("address_kind", "unix");
                values.put("address_path", path.toString());
            }
            case ServerAddress.Tcp(String host, int port) -> {
                values.put("address_kind", "tcp");
                values.put("address_host", host);
                values.put("address_port", port);
            }
        }
    }

    private void credentials(Credentials credentials) {
        switch (credentials) {
            case Credentials.LocalSocket() -> values.put("credentials_kind", "local-socket");
            case Credentials.WorkloadApi(String endpoint) -> {
                values.put("credentials_kind", "workload-api");
                values.put("workload_api", endpoint);
            }
            case Credentials.PemFiles(Path certificates, Path privateKey, Path bundle) -> {
                values.put("credentials_kind", "pem-files");
                values.put("certificates_path", certificates.toString());
                values.put("private_key_path", privateKey.toString());
                values.put("bundle_path", bundle.toString());
            }
            case Credentials.Pkcs12(Path keyStore, SecretRef passphrase, Path bundle) -> {
                values.put("credentials_kind", "pkcs12");
                values.put("key_store_path", keyStore.toString());
                values.put("bundle_path", bundle.toString());
                passphrase(passphrase);
            }
        }
    }

    private void passphrase(SecretRef reference) {
        switch (reference) {
            case SecretRef.EnvironmentVariable(String name) -> {
                values.put("passphrase_from", "environment");
                values.put("passphrase_place", name);
            }
            case SecretRef.SecretFile(Path path) -> {
                values.put("passphrase_from", "file");
                values.put("passphrase_place", path.toString());
            }
            case SecretRef.Prompt() -> values.put("passphrase_from", "prompt");
        }
    }
}
