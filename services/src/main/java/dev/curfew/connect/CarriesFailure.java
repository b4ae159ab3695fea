package dev.curfew.connect;

import dev.curfew.outcome.Failure;
import java.security.cert.CertificateException;

/**
 * Brings a failure of ours through libraries that know exceptions only: it is found again in the
 * chain of causes.
 */
interface CarriesFailure {
    Failure failure();

    /** The server's certificate does not stand up to the check. */
    final class InCertificate extends CertificateException implements CarriesFailure {
        private final transient Failure failure;

        InCertificate(Failure failure) {
            super(failure.detail());
            this.failure = failure;
        }

        @Override
        public Failure failure() {
            return failure;
        }
    }

    /** Our own credential can not be used. */
    final class InCredential extends IllegalStateException implements CarriesFailure {
        private final transient Failure failure;

        InCredential(Failure failure) {
            super(failure.detail());
            this.failure = failure;
        }

        @Override
        public Failure failure() {
            return failure;
        }
    }
}
