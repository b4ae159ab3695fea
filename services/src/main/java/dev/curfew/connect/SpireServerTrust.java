package dev.curfew.connect;

import dev.curfew.identity.SpiffeIds;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import io.spiffe.spiffeid.SpiffeId;
import io.spiffe.spiffeid.TrustDomain;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * Trusts one server: the SPIRE server of one trust domain, by its SPIFFE ID and the trust domain's
 * newest bundle. Host names have no part in it, since SPIRE's certificates hold none. Any thread.
 */
final class SpireServerTrust extends ServerTrust {
    private final CredentialSource source;
    private final SpiffeId expected;
    private final String target;
    private final AtomicReference<Optional<X509Certificate>> seen =
            new AtomicReference<>(Optional.empty());

    SpireServerTrust(CredentialSource source, TrustDomain trustDomain, String target) {
        this.source = source;
        this.expected = SpiffeIds.server(trustDomain);
        this.target = target;
    }

    /** The certificate of the newest handshake that stood up to the check. */
    Optional<X509Certificate> seen() {
        return seen.get();
    }

    @Override
    protected void check(X509Certificate[] chain) throws CertificateException {
        X509Certificate leaf = chain[0];
        Optional<SpiffeId> presented = Certificates.spiffeId(leaf);
        if (presented.isEmpty()) {
            throw untrusted("Its certificate holds no SPIFFE ID");
        }
        if (!presented.get().equals(expected)) {
            throw refused(
                    Reason.WRONG_TRUST_DOMAIN,
                    "It presents " + presented.get() + ", not " + expected);
        }
        checkDates(chain);
        switch (source.authorities(expected.getTrustDomain())) {
            case Outcome.Ok<Collection<X509Certificate>>(var authorities) ->
                    checkSignatures(chain, authorities);
            case Outcome.Failed<Collection<X509Certificate>>(var failure) ->
                    throw new CarriesFailure.InCertificate(failure);
        }
        seen.set(Optional.of(leaf));
    }

    private void checkDates(X509Certificate[] chain) throws CertificateException {
        Instant now = Instant.now();
        for (int i = 0; i < chain.length; i++) {
            X509Certificate certificate = chain[i];
            String whose =
                    i == 0
                            ? "Its certificate"
                            : "The intermediate certificate "
                                    + certificate.getSubjectX500Principal().getName();
            Instant end = certificate.getNotAfter().toInstant();
            if (end.isBefore(now)) {
                throw untrusted(whose + " expired at " + end);
            }
            Instant start = certificate.getNotBefore().toInstant();
            if (start.isAfter(now)) {
                throw untrusted(whose + " is not valid before " + start);
            }
        }
    }

    private void checkSignatures(X509Certificate[] chain, Collection<X509Certificate> authorities)
            throws CertificateException {
        try {
            X509CertSelector leaf = new X509CertSelector();
            leaf.setCertificate(chain[0]);
            PKIXBuilderParameters parameters =
                    new PKIXBuilderParameters(
                            authorities.stream()
                                    .map(authority -> new TrustAnchor(authority, null))
                                    .collect(Collectors.toSet()),
                            leaf);
            // SVIDs live minutes to hours; SPIFFE has no revocation lists to ask for.
            parameters.setRevocationEnabled(false);
            parameters.addCertStore(
                    CertStore.getInstance(
                            "Collection", new CollectionCertStoreParameters(List.of(chain))));
            CertPathBuilder.getInstance("PKIX").build(parameters);
        } catch (CertPathBuilderException e) {
            throw untrusted(
                    "Its certificate was not signed by an authority in the bundle of "
                            + expected.getTrustDomain().getName()
                            + ", but by "
                            + Certificates.issuer(chain[chain.length - 1]));
        } catch (GeneralSecurityException e) {
            throw untrusted("Its certificate can not be checked: " + Causes.text(e));
        }
    }

    private CertificateException untrusted(String detail) {
        return refused(Reason.SERVER_UNTRUSTED, detail);
    }

    private CertificateException refused(Reason reason, String detail) {
        return new CarriesFailure.InCertificate(new Failure(reason, target, detail));
    }
}
