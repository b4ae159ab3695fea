package dev.curfew.spire;

import com.google.protobuf.ByteString;
import dev.curfew.outcome.Outcome;
import dev.curfew.wire.spire.svid.MintJWTSVIDRequest;
import dev.curfew.wire.spire.svid.MintWITSVIDRequest;
import dev.curfew.wire.spire.svid.MintX509SVIDRequest;
import dev.curfew.wire.spire.svid.SVIDGrpc;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One-off SVIDs. They need no entry and leave no record on the server, so only the authority's end
 * ends them early. Any thread; blocks.
 */
public final class Minting {
    private static final String SERVICE = "spire.api.server.svid.v1.SVID/";
    private final Rpc rpc;
    private final SVIDGrpc.SVIDBlockingStub stub;

    Minting(Rpc rpc) {
        this.rpc = rpc;
        this.stub = rpc.stub(SVIDGrpc::newBlockingStub);
    }

    /** A chain, leaf first, each in DER, and its end. */
    public record MintedX509(List<byte[]> chain, Instant expiresAt) {}

    /** A token is a secret: {@link #toString} leaves it out. */
    public record MintedToken(String token, Instant issuedAt, Instant expiresAt) {
        @Override
        public String toString() {
            return "MintedToken[issued " + issuedAt + ", expires " + expiresAt + "]";
        }
    }

    /**
     * @param csr PKCS#10 in DER with the SPIFFE ID as its only URI
     * @param ttl zero = the server's default; cut to the authority's end without a word
     */
    public Outcome<MintedX509> x509(byte[] csr, Duration ttl) {
        return rpc.write(
                        SERVICE + "MintX509SVID",
                        stub,
                        s ->
                                s.mintX509SVID(
                                        MintX509SVIDRequest.newBuilder()
                                                .setCsr(ByteString.copyFrom(csr))
                                                .setTtl(Math.toIntExact(ttl.toSeconds()))
                                                .build()))
                .map(r ->
                        new MintedX509(
                                r.getSvid().getCertChainList().stream()
                                        .map(ByteString::toByteArray)
                                        .toList(),
                                Instant.ofEpochSecond(r.getSvid().getExpiresAt())));
    }

    /**
     * @param ttl zero = the server's default; cut to the key's end without a word
     */
    public Outcome<MintedToken> jwt(SpiffeId id, List<String> audience, Duration ttl) {
        return rpc.write(
                        SERVICE + "MintJWTSVID",
                        stub,
                        s ->
                                s.mintJWTSVID(
                                        MintJWTSVIDRequest.newBuilder()
                                                .setId(Ids.wire(id))
                                                .addAllAudience(audience)
                                                .setTtl(Math.toIntExact(ttl.toSeconds()))
                                                .build()))
                .map(r ->
                        new MintedToken(
                                r.getSvid().getToken(),
                                Instant.ofEpochSecond(r.getSvid().getIssuedAt()),
                                Instant.ofEpochSecond(r.getSvid().getExpiresAt())));
    }

    /** Fails with OLDER_SERVER up to SPIRE 1.15. */
    public Outcome<MintedToken> wit(
            SpiffeId id, byte[] publicKey, String signingAlgorithm, Duration ttl) {
        return rpc.write(
                        SERVICE + "MintWITSVID",
                        stub,
                        s ->
                                s.mintWITSVID(
                                        MintWITSVIDRequest.newBuilder()
                                                .setId(Ids.wire(id))
                                                .setPublicKey(ByteString.copyFrom(publicKey))
                                                .setSigningAlgorithm(signingAlgorithm)
                                                .setTtl(Math.toIntExact(ttl.toSeconds()))
                                                .build()))
                .map(r ->
                        new MintedToken(
                                r.getSvid().getToken(),
                                Instant.ofEpochSecond(r.getSvid().getIssuedAt()),
                                Instant.ofEpochSecond(r.getSvid().getExpiresAt())));
    }
}
