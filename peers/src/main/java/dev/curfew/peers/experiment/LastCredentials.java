package dev.curfew.peers.experiment;

import io.spiffe.bundle.x509bundle.X509Bundle;
import io.spiffe.exception.BundleNotFoundException;
import io.spiffe.svid.x509svid.X509SvidValidator;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Verifies the longest-lived credential that the workload holds, over and over, until no more come
 * and nobody takes the last: a certificate against the bundle that an agent gives, a token by an
 * agent's own validator. On a thread of its own.
 */
final class LastCredentials {
    private static final Duration STEP = Duration.ofMillis(200);
    private static final Duration STRIDE = Duration.ofSeconds(4);

    /** Around these moments it is asked step by step. */
    private static final Duration NEAR = Duration.ofMillis(1500);

    /** A verifier that is asked each step may be asked late on a busy computer. */
    private static final Duration LATE = Duration.ofSeconds(2);

    private final Workload verifier;
    private final CountDownLatch noMoreCome;

    /**
     * @param verifier whose bundle and validator are used
     * @param noMoreCome the workload has stopped asking
     */
    LastCredentials(Workload verifier, CountDownLatch noMoreCome) {
        this.verifier = verifier;
        this.noMoreCome = noMoreCome;
    }

    /**
     * Until when the last one was good.
     *
     * @param at the last moment at which it was taken, or its dated end if that is later
     * @param tried a verifier took it just before its dated end
     */
    record End(Instant at, boolean tried) {}

    /** A verification that goes on. */
    static final class Following {
        private final FutureTask<Optional<End>> task;

        private Following(Callable<Optional<End>> work) {
            task = new FutureTask<>(work);
            Thread.ofVirtual().name("verifies").start(task);
        }

        /** Waits for the end; empty: there was no such credential. */
        Optional<End> await() {
            try {
                return task.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    Following certificates(Supplier<List<Certificate>> held) {
        return new Following(
                () -> follow(held, Certificate::expiresAt, this::isTrusted, Duration.ofSeconds(1)));
    }

    /**
     * @param leewayWatched how long after a token's end it is still tried
     */
    Following tokens(Supplier<List<Token>> held, Duration leewayWatched) {
        return new Following(
                () -> follow(held, Token::expiresAt, verifier::accepts, leewayWatched));
    }

    private <T> Optional<End> follow(
            Supplier<List<T>> held,
            Function<T, Instant> end,
            Predicate<T> taken,
            Duration watched) {
        Instant lastTaken = Instant.MIN;
        while (true) {
            // In this order: what comes before the last question is looked at.
            boolean all = noMoreCome.getCount() == 0;
            Optional<T> last = held.get().stream().max(Comparator.comparing(end));
            if (last.isEmpty()) {
                if (all) {
                    return Optional.empty();
                }
                Pause.of(STEP);
                continue;
            }
            Instant dated = end.apply(last.get());
            Instant before = Instant.now();
            boolean good = taken.test(last.get());
            if (good) {
                lastTaken = before;
            }
            if (all && (!good && before.isAfter(dated) || before.isAfter(dated.plus(watched)))) {
                return Optional.of(
                        new End(
                                lastTaken.isAfter(dated) ? lastTaken : dated,
                                lastTaken.isAfter(dated.minus(LATE))));
            }
            Pause.of(pause(before, dated, dated.plus(watched)));
        }
    }

    /** Step by step near the end, with strides elsewhere. */
    private static Duration pause(Instant now, Instant dated, Instant until) {
        for (Instant moment : List.of(dated, until)) {
            Duration left = Duration.between(now, moment);
            if (left.abs().compareTo(NEAR) <= 0) {
                return STEP;
            }
            if (!left.isNegative()) {
                Duration untilNear = left.minus(NEAR);
                return untilNear.compareTo(STRIDE) < 0 ? untilNear.plus(STEP) : STRIDE;
            }
        }
        return STEP;
    }

    private boolean isTrusted(Certificate certificate) {
        X509Bundle bundle = verifier.bundle().orElseThrow();
        try {
            X509SvidValidator.verifyChain(certificate.chain(), bundle);
            return true;
        } catch (CertificateException e) {
            return false;
        } catch (BundleNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
