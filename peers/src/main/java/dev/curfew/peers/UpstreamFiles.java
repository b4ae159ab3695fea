package dev.curfew.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files of an upstream authority, for SPIRE's plugin of the kind that reads them each time
 * something is to be signed.
 */
record UpstreamFiles(Path certificate, Path key) {
    String setting() {
        return """
            UpstreamAuthority "disk" {
                plugin_data {
                    cert_file_path = "%s"
                    key_file_path = "%s"
                }
            }
        """
                .formatted(certificate, key);
    }

    /** Puts another authority there. */
    void write(PopCertificates authority) {
        try {
            Files.writeString(key, authority.rootKeyPem());
            Files.writeString(certificate, authority.rootPem());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
