package dev.curfew.connect;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Shows the newest SVID at each handshake. An expired one is not shown: the handshake ends with our
 * own words instead of the server's alert. Any thread.
 */
final class SvidKeyManager extends X509ExtendedKeyManager {
    private static final String PREFIX = "svid-";

    private static final int REMEMBERED = 8;

    private final CredentialSource source;
    private final String target;

    /** The last ones shown: TLS asks for chain and key apart, by the alias it was given. */
    private final AtomicReference<List<Shown>> shown = new AtomicReference<>(List.of());

    SvidKeyManager(CredentialSource source, String target) {
        this.source = source;
        this.target = target;
    }

    /** The newest SVID if it can be shown now. */
    static Outcome<OwnSvid> usable(CredentialSource source, String target) {
        return source.svid().then(svid -> checked(svid, target));
    }

    private static Outcome<OwnSvid> checked(OwnSvid svid, String target) {
        Instant now = Instant.now();
        if (svid.expiresAt().isBefore(now)) {
            return Outcome.failed(
                    new Failure(
                            Reason.CREDENTIAL_EXPIRED,
                            target,
                            svid.id() + " expired at " + svid.expiresAt()));
        }
        if (svid.validFrom().isAfter(now)) {
            return Outcome.failed(
                    new Failure(
                            Reason.CREDENTIAL_EXPIRED,
                            target,
                            svid.id() + " is not valid before " + svid.validFrom()));
        }
        return Outcome.ok(svid);
    }

    private String choose() {
        return switch (usable(source, target)) {
            case Outcome.Ok<OwnSvid>(var svid) -> remember(svid);
            case Outcome.Failed<OwnSvid>(var failure) ->
                    throw new CarriesFailure.InCredential(failure);
        };
    }

    private String remember(OwnSvid svid) {
        String alias = PREFIX + svid.leaf().getSerialNumber().toString(16);
        shown.updateAndGet(old -> {
            if (old.stream().anyMatch(s -> s.alias.equals(alias))) {
                return old;
            }
            List<Shown> last = old.size() < REMEMBERED ? old : old.subList(1, old.size());
            return Stream.concat(last.stream(), Stream.of(new Shown(alias, svid))).toList();
        });
        return alias;
    }

    private Optional<OwnSvid> find(String alias) {
        return shown.get().stream().filter(s -> s.alias.equals(alias)).map(Shown::svid).findFirst();
    }

    @Override
    public String chooseEngineClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return choose();
    }

    @Override
    public String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return choose();
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return find(alias).map(svid -> svid.chain().toArray(X509Certificate[]::new)).orElse(null);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return find(alias).map(OwnSvid::key).orElse(null);
    }

    @Override
    public String[] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return new String[] {choose()};
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }

    private record Shown(String alias, OwnSvid svid) {}
}
