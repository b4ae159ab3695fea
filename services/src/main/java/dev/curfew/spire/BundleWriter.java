package dev.curfew.spire;

import com.google.protobuf.ByteString;
import dev.curfew.identity.TrustBundle;
import dev.curfew.wire.spire.types.Bundle;
import dev.curfew.wire.spire.types.JWTKey;
import dev.curfew.wire.spire.types.X509Certificate;

/** Our bundles to the wire. Taint marks are the server's own and not sent. */
final class BundleWriter {
    private BundleWriter() {}

    static Bundle wire(TrustBundle bundle) {
        Bundle.Builder wire =
                Bundle.newBuilder()
                        .setTrustDomain(bundle.trustDomain().getName())
                        .setRefreshHint(bundle.refreshHintSeconds())
                        .setSequenceNumber(bundle.sequenceNumber());
        bundle.x509Authorities()
                .forEach(authority ->
                        wire.addX509Authorities(
                                X509Certificate.newBuilder()
                                        .setAsn1(ByteString.copyFrom(authority.der().bytes()))));
        bundle.jwtAuthorities()
                .forEach(key ->
                        wire.addJwtAuthorities(
                                JWTKey.newBuilder()
                                        .setKeyId(key.keyId())
                                        .setExpiresAt(key.expiresAt().getEpochSecond())
                                        .setPublicKey(
                                                ByteString.copyFrom(key.publicKey().bytes()))));
        return wire.build();
    }
}
