package dev.curfew.exposure;

import dev.curfew.connect.Timing;
import dev.curfew.exposure.Term.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * By when the last credential is dead that is signed at the end of some terms: by those, its life
 * and what verifiers allow, but not after its authority. For every verifier whose clock reads
 * between ours and the server's. Pure.
 */
final class LastCredential {
    private LastCredential() {}

    static Bound x509(Facts f, List<Term> issuance) {
        return x509(f, issuance, ttl("x509Ttl", f.longestX509(), Timing.DEFAULT_X509_TTL, f));
    }

    static Bound x509(Facts f, List<Term> issuance, Term life) {
        List<Term> terms = new ArrayList<>(issuance);
        terms.add(life);
        ahead(f, terms);
        f.x509AuthorityEnd()
                .ifPresent(end ->
                        terms.add(
                                Term.caps("x509Authority", end.plus(f.apart()), Source.OBSERVED)));
        return Bound.of(f.actionAt(), terms);
    }

    static Bound jwt(Facts f, List<Term> issuance) {
        return jwt(f, issuance, ttl("jwtTtl", f.longestJwt(), Timing.DEFAULT_JWT_TTL, f));
    }

    static Bound jwt(Facts f, List<Term> issuance, Term life) {
        List<Term> terms = new ArrayList<>(issuance);
        terms.add(life);
        terms.add(Terms.jwtLeeway());
        ahead(f, terms);
        f.jwtAuthorityEnd()
                .ifPresent(end ->
                        terms.add(
                                Term.caps(
                                        "jwtAuthority",
                                        end.plus(Terms.JWT_LEEWAY).plus(f.apart()),
                                        Source.OBSERVED)));
        return Bound.of(f.actionAt(), terms);
    }

    /** A server whose clock is ahead dates an end later than it comes by ours. */
    private static void ahead(Facts f, List<Term> terms) {
        Duration ahead = f.ahead();
        if (!ahead.isZero()) {
            terms.add(Term.adds("clockSkew", ahead, Source.OBSERVED));
        }
    }

    private static Term ttl(String key, Optional<Duration> set, Timing byDefault, Facts f) {
        return set.map(ttl -> Term.adds(key, ttl, Source.OBSERVED))
                .orElseGet(() ->
                        Term.adds(
                                key + "Default",
                                f.timings().of(byDefault).value(),
                                f.source(byDefault)));
    }
}
