package dev.curfew.lab.agent;

import dev.curfew.lab.bundle.BundleReader;
import dev.curfew.wire.spire.types.Bundle;
import java.io.IOException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/**
 * A bundle as an agent hands it to workloads: without the marks of taint, so a tainted root is
 * trusted like any other until it is revoked.
 *
 * @param authorities roots of X509-SVIDs
 * @param keys of JWT-SVIDs, by key id
 */
public record Trust(List<X509Certificate> authorities, Map<String, PublicKey> keys) {
    /** Trusts nobody. */
    public static final Trust NONE = new Trust(List.of(), Map.of());

    /** Reads a bundle of the lab. */
    public static Trust of(Bundle bundle) {
        var keys = new HashMap<String, PublicKey>();
        for (var key : bundle.getJwtAuthoritiesList()) {
            try {
                keys.put(
                        key.getKeyId(),
                        new JcaPEMKeyConverter()
                                .getPublicKey(
                                        SubjectPublicKeyInfo.getInstance(
                                                key.getPublicKey().toByteArray())));
            } catch (IOException e) {
                throw new IllegalStateException("a key of the lab's own bundle", e);
            }
        }
        return new Trust(BundleReader.certificates(bundle), Map.copyOf(keys));
    }
}
