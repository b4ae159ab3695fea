package dev.curfew.lab.seed;

import com.google.protobuf.ByteString;
import dev.curfew.lab.authority.X509Authority;
import dev.curfew.lab.server.ServerParts;
import dev.curfew.wire.spire.types.Bundle;
import dev.curfew.wire.spire.types.FederationRelationship;
import dev.curfew.wire.spire.types.HTTPSSPIFFEProfile;
import dev.curfew.wire.spire.types.HTTPSWebProfile;
import dev.curfew.wire.spire.types.X509Certificate;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;

/** Whom acme.test federates with: one well, one stale, one never reached. */
final class AcmeFederation {
    private AcmeFederation() {}

    static void sow(ServerParts parts, Sower sower) {
        // Without content until the first fetch, which the lab makes at its start.
        parts.bundles().set(Bundle.newBuilder().setTrustDomain("partner.test").build());
        parts.relationships().add(spiffe("partner.test"));
        parts.bundles().set(stale(parts, sower));
        parts.relationships().add(spiffe("vendor.test"));
        parts.relationships()
                .add(
                        FederationRelationship.newBuilder()
                                .setTrustDomain("reseller.test")
                                .setBundleEndpointUrl("https://spiffe.reseller.test/bundle.json")
                                .setHttpsWeb(HTTPSWebProfile.getDefaultInstance())
                                .build());
    }

    static FederationRelationship spiffe(String trustDomain) {
        return FederationRelationship.newBuilder()
                .setTrustDomain(trustDomain)
                .setBundleEndpointUrl("https://spire." + trustDomain + ":8443")
                .setHttpsSpiffe(
                        HTTPSSPIFFEProfile.newBuilder()
                                .setEndpointSpiffeId("spiffe://" + trustDomain + "/spire/server"))
                .build();
    }

    /** A bundle whose only authority ended a week ago. */
    private static Bundle stale(ServerParts parts, Sower sower) {
        var made = parts.clock().instant().minus(Duration.ofDays(37));
        var authority = X509Authority.make("vendor.test", made, Duration.ofDays(30));
        try {
            var der = ByteString.copyFrom(authority.certificate().getEncoded());
            return Bundle.newBuilder()
                    .setTrustDomain("vendor.test")
                    .addX509Authorities(X509Certificate.newBuilder().setAsn1(der))
                    .setRefreshHint(300)
                    .setSequenceNumber(7 + sower.random().nextInt(5))
                    .build();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
