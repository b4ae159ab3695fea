package dev.curfew.localstore.connection;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.Credentials;
import dev.curfew.connect.SecretRef;
import dev.curfew.connect.ServerAddress;
import dev.curfew.connect.ServerTimings;
import dev.curfew.connect.TimingsJson;
import dev.curfew.identity.SpiffeIds;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import io.spiffe.spiffeid.TrustDomain;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Optional;

/** Reads a profile from the row that {@link ProfileColumns} wrote. */
final class ProfileRow {
    private final ResultSet row;

    private ProfileRow(ResultSet row) {
        this.row = row;
    }

    /**
     * One row.
     *
     * @param profile failed if the row's texts are not what this Curfew writes
     */
    record Read(String name, Outcome<ConnectionProfile> profile) {}

    static Read read(ResultSet row) throws SQLException {
        String name = row.getString("name");
        return new Read(name, profile(name, row));
    }

    private static Outcome<ConnectionProfile> profile(String name, ResultSet row)
            throws SQLException {
        try {
            return Outcome.ok(new ProfileRow(row).profile());
        } catch (InvalidPathException | DateTimeException | UnreadableRow e) {
            return Outcome.failed(
                    Reason.CONNECTION_UNREADABLE, name, String.valueOf(e.getMessage()));
        }
    }

    private ConnectionProfile profile() throws SQLException {
        return new ConnectionProfile(
                text("name"), address(), credentials(), trustDomain(), timings());
    }

    private ServerAddress address() throws SQLException {
        String kind = text("address_kind");
        return switch (kind) {
            case "unix" -> new ServerAddress.UnixSocket(path("address_path"));
            case "tcp" -> new ServerAddress.Tcp(text("address_host"), row.getInt("address_port"));
            default -> throw new UnreadableRow("address_kind " + kind);
        };
    }

    private Credentials credentials() throws SQLException {
        String kind = text("credentials_kind");
        return switch (kind) {
            case "local-socket" -> new Credentials.LocalSocket();
            case "workload-api" -> new Credentials.WorkloadApi(text("workload_api"));
            case "pem-files" ->
                    new Credentials.PemFiles(
                            path("certificates_path"),
                            path("private_key_path"),
                            path("bundle_path"));
            case "pkcs12" ->
                    new Credentials.Pkcs12(
                            path("key_store_path"), passphrase(), path("bundle_path"));
            default -> throw new UnreadableRow("credentials_kind " + kind);
        };
    }

    private SecretRef passphrase() throws SQLException {
        String from = text("passphrase_from");
        return switch (from) {
            case "environment" -> new SecretRef.EnvironmentVariable(text("passphrase_place"));
            case "file" -> new SecretRef.SecretFile(path("passphrase_place"));
            case "prompt" -> new SecretRef.Prompt();
            default -> throw new UnreadableRow("passphrase_from " + from);
        };
    }

    private Optional<TrustDomain> trustDomain() throws SQLException {
        String name = row.getString("trust_domain");
        if (name == null) {
            return Optional.empty();
        }
        return switch (SpiffeIds.parseTrustDomain(name)) {
            case Outcome.Ok<TrustDomain>(var domain) -> Optional.of(domain);
            case Outcome.Failed<TrustDomain>(var failure) ->
                    throw new UnreadableRow("trust_domain: " + failure.detail());
        };
    }

    private ServerTimings timings() throws SQLException {
        return TimingsJson.read(text("timings"))
                .orElseThrow(() -> new UnreadableRow("timings are no timings"));
    }

    private Path path(String column) throws SQLException {
        return Path.of(text(column));
    }

    private String text(String column) throws SQLException {
        String text = row.getString(column);
        if (text == null) {
            throw new UnreadableRow(column + " is empty");
        }
        return text;
    }

    private static final class UnreadableRow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableRow(String message) {
            super(message);
        }
    }
}
