package dev.curfew.bundle;

import dev.curfew.identity.TrustBundle;
import dev.curfew.identity.TrustBundle.JwtAuthority;
import dev.curfew.identity.TrustBundle.X509Authority;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import io.spiffe.spiffeid.TrustDomain;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A bundle that someone handed over, read but not yet said whose it is. Immutable.
 *
 * @param x509Authorities at least one
 * @param named the trust domains that its certificates say they are of; none for many a root
 */
public record GivenBundle(
        List<X509Authority> x509Authorities,
        List<JwtAuthority> jwtAuthorities,
        long refreshHintSeconds,
        long sequenceNumber,
        Set<TrustDomain> named) {
    /** Characters or bytes. A bundle has a few thousand; anything larger is something else. */
    public static final int LARGEST = 256 * 1024;

    private static final String SUBJECT = "This text";

    public GivenBundle {
        x509Authorities = List.copyOf(x509Authorities);
        jwtAuthorities = List.copyOf(jwtAuthorities);
        named = Set.copyOf(named);
    }

    /**
     * Reads a SPIFFE bundle (JSON) or roots in PEM form, whichever it is. Pure; a few milliseconds
     * at most. {@link Reason#INVALID_BUNDLE} says what is wrong and never quotes the text.
     */
    public static Outcome<GivenBundle> parse(String text) {
        return parse(text, SUBJECT);
    }

    /**
     * @param subject what the text is called in a failure
     */
    static Outcome<GivenBundle> parse(String text, String subject) {
        if (text.length() > LARGEST) {
            return invalid(subject, TOO_LARGE);
        }
        String trimmed = text.strip();
        try {
            GivenBundle given =
                    trimmed.startsWith("{")
                            ? SpiffeJson.read(trimmed)
                            : trimmed.contains("-----BEGIN ")
                                    ? PemRoots.read(trimmed)
                                    : BadBundle.refuse(
                                            "it is neither a SPIFFE bundle (JSON) nor"
                                                    + " certificates in PEM form");
            return new Ok<>(given);
        } catch (BadBundle e) {
            return invalid(subject, e.detail());
        }
    }

    static final String TOO_LARGE =
            "it is larger than 256 KiB, and a bundle has a few kilobytes at most";

    static <T> Outcome<T> invalid(String subject, String detail) {
        return Outcome.failed(Reason.INVALID_BUNDLE, subject, detail);
    }

    /** When the first of its X.509 authorities ends. */
    public Instant firstEnd() {
        return x509Authorities.stream()
                .map(X509Authority::notAfter)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** Whether any of its certificates says whose it is. */
    public static boolean isNamed(TrustBundle bundle) {
        return bundle.x509Authorities().stream().anyMatch(GivenBundle::isNamed);
    }

    private static boolean isNamed(X509Authority authority) {
        try {
            return !CertificateNames.trustDomains(
                            CertificateNames.certificate(authority.der().bytes()))
                    .isEmpty();
        } catch (CertificateException e) {
            return false;
        }
    }

    public TrustBundle of(TrustDomain trustDomain) {
        return new TrustBundle(
                trustDomain, x509Authorities, jwtAuthorities, refreshHintSeconds, sequenceNumber);
    }
}
