package dev.curfew.connect;

import java.nio.file.Path;

/** With what Curfew shows who it is: references to secrets, never secrets. */
public sealed interface Credentials {

    /** None: the permission to open the socket is enough. */
    record LocalSocket() implements Credentials {}

    /** An X509-SVID and bundle from a SPIRE agent, kept fresh by it. */
    record WorkloadApi(String endpoint) implements Credentials {}

    /**
     * PEM files: certificate chain, private key (PKCS#8, PKCS#1 or SEC 1, not encrypted) and the
     * trust bundle. They are read again at every connection, so that a renewed SVID is picked up.
     */
    record PemFiles(Path certificates, Path privateKey, Path bundle) implements Credentials {}

    /** A PKCS#12 key store and a PEM file with the trust bundle. */
    record Pkcs12(Path keyStore, SecretRef passphrase, Path bundle) implements Credentials {}
}
