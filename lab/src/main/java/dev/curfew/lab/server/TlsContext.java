package dev.curfew.lab.server;

import dev.curfew.lab.authority.ServerIdentity;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslProvider;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** TLS as the real server does it: a certificate with a SPIFFE ID only, callers may have one. */
final class TlsContext {
    /** Longer than a ticket may live, so the JDK sends none: nothing can be resumed. */
    private static final Duration NO_TICKETS = Duration.ofDays(8);

    private TlsContext() {}

    static SslContext create(ServerIdentity identity, SvidVerifier verifier) throws SSLException {
        var builder =
                SslContextBuilder.forServer(new CurrentIdentity(identity))
                        .trustManager(new Verifying(verifier))
                        .clientAuth(ClientAuth.OPTIONAL)
                        .sessionCacheSize(1)
                        .sessionTimeout(NO_TICKETS.toSeconds())
                        .protocols("TLSv1.3", "TLSv1.2");
        return GrpcSslContexts.configure(builder, SslProvider.JDK).build();
    }

    /** Presents whatever certificate the server has at the time of the handshake. */
    private static final class CurrentIdentity extends X509ExtendedKeyManager {
        private static final String ALIAS = "server";
        private final ServerIdentity identity;

        CurrentIdentity(ServerIdentity identity) {
            this.identity = identity;
        }

        @Override
        public String chooseEngineServerAlias(
                String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
            return ALIAS;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return identity.current().chain().toArray(X509Certificate[]::new);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return identity.current().key();
        }

        @Override
        public String chooseServerAlias(
                String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return ALIAS;
        }

        @Override
        public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
            return new String[] {ALIAS};
        }

        @Override
        public String @Nullable [] getClientAliases(
                String keyType, Principal @Nullable [] issuers) {
            return null;
        }

        @Override
        public @Nullable String chooseClientAlias(
                String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return null;
        }
    }

    /** Verifies callers; there is nobody else to verify. */
    private static final class Verifying extends X509ExtendedTrustManager {
        private final SvidVerifier verifier;

        Verifying(SvidVerifier verifier) {
            this.verifier = verifier;
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            verifier.verify(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            verifier.verify(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type)
                throws CertificateException {
            verifier.verify(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("a server does not verify servers");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            throw new CertificateException("a server does not verify servers");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type)
                throws CertificateException {
            throw new CertificateException("a server does not verify servers");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
