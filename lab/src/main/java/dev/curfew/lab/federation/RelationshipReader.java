package dev.curfew.lab.federation;

import dev.curfew.lab.bundle.BundleReader;
import dev.curfew.lab.spiffe.SpiffeId;
import dev.curfew.lab.spiffe.SpiffeRules;
import dev.curfew.wire.spire.types.FederationRelationship;
import dev.curfew.wire.spire.types.HTTPSSPIFFEProfile;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.function.Supplier;

/** Reads and checks relationships that callers send. */
final class RelationshipReader {
    private RelationshipReader() {}

    /**
     * A checked copy.
     *
     * @throws IllegalArgumentException with the real server's text
     */
    static FederationRelationship read(FederationRelationship relationship) {
        var trustDomain =
                named(
                        "failed to parse trust domain",
                        () -> SpiffeRules.trustDomainName(relationship.getTrustDomain()));
        checkUrl(relationship.getBundleEndpointUrl());
        var checked = relationship.toBuilder().setTrustDomain(trustDomain);
        switch (relationship.getBundleEndpointProfileCase()) {
            case HTTPS_SPIFFE -> {
                var id =
                        named(
                                "failed to parse endpoint SPIFFE ID",
                                () ->
                                        SpiffeId.parse(
                                                relationship
                                                        .getHttpsSpiffe()
                                                        .getEndpointSpiffeId()));
                checked.setHttpsSpiffe(
                        HTTPSSPIFFEProfile.newBuilder().setEndpointSpiffeId(id.toString()));
            }
            case HTTPS_WEB -> {}
            case BUNDLEENDPOINTPROFILE_NOT_SET ->
                    throw new IllegalArgumentException(
                            "unsupported bundle endpoint profile type: <nil>");
        }
        if (relationship.hasTrustDomainBundle()) {
            var bundle =
                    named(
                            "failed to parse bundle",
                            () -> BundleReader.read(relationship.getTrustDomainBundle()));
            if (!bundle.getTrustDomain().equals(trustDomain)) {
                throw new IllegalArgumentException(
                        "trust domain bundle (\"%s\") must match the trust domain of the federation relationship (\"%s\")"
                                .formatted(
                                        relationship.getTrustDomainBundle().getTrustDomain(),
                                        trustDomain));
            }
            checked.setTrustDomainBundle(bundle);
        }
        return checked.build();
    }

    private static void checkUrl(String text) {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "failed to parse bundle endpoint URL: parse \"%s\": %s"
                            .formatted(text, e.getReason()),
                    e);
        }
        if (!"https".equalsIgnoreCase(url.getScheme())) {
            throw new IllegalArgumentException("bundle endpoint URL must use the https scheme");
        }
        if (url.getRawAuthority() == null) {
            throw new IllegalArgumentException("bundle endpoint URL must specify the host");
        }
        if (url.getRawUserInfo() != null) {
            throw new IllegalArgumentException("bundle endpoint URL must not contain user info");
        }
    }

    private static <T> T named(String what, Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(what + ": " + e.getMessage(), e);
        }
    }
}
