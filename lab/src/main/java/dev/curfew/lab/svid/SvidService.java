package dev.curfew.lab.svid;

import com.google.protobuf.ByteString;
import dev.curfew.lab.authority.JwtAuthorities;
import dev.curfew.lab.authority.X509Authorities;
import dev.curfew.lab.rpc.Answers;
import dev.curfew.lab.rpc.Refusal;
import dev.curfew.lab.spiffe.MemberIds;
import dev.curfew.lab.spiffe.SpiffeId;
import dev.curfew.wire.spire.svid.MintJWTSVIDRequest;
import dev.curfew.wire.spire.svid.MintJWTSVIDResponse;
import dev.curfew.wire.spire.svid.MintWITSVIDRequest;
import dev.curfew.wire.spire.svid.MintWITSVIDResponse;
import dev.curfew.wire.spire.svid.MintX509SVIDRequest;
import dev.curfew.wire.spire.svid.MintX509SVIDResponse;
import dev.curfew.wire.spire.svid.SVIDGrpc;
import dev.curfew.wire.spire.types.JWTSVID;
import dev.curfew.wire.spire.types.X509SVID;
import io.grpc.Status.Code;
import io.grpc.stub.StreamObserver;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;

/** The SVID service, as far as it mints for administrators. */
public final class SvidService extends SVIDGrpc.SVIDImplBase {
    /** What the real server takes for zero or less. */
    public static final Duration DEFAULT_X509_TTL = Duration.ofHours(1);

    /** The same for tokens. */
    public static final Duration DEFAULT_JWT_TTL = Duration.ofMinutes(5);

    private final MemberIds ids;
    private final X509Authorities x509;
    private final JwtAuthorities jwt;

    /** Serves the authorities of one server. */
    public SvidService(String trustDomain, X509Authorities x509, JwtAuthorities jwt) {
        this.ids = new MemberIds(trustDomain);
        this.x509 = x509;
        this.jwt = jwt;
    }

    @Override
    public void mintX509SVID(
            MintX509SVIDRequest request, StreamObserver<MintX509SVIDResponse> caller) {
        Answers.answer(
                caller, () -> MintX509SVIDResponse.newBuilder().setSvid(mintX509(request)).build());
    }

    private X509SVID mintX509(MintX509SVIDRequest request) {
        var csr = SvidRequest.read(request.getCsr().toByteArray(), ids);
        var chain =
                x509.sign(
                        csr.id(),
                        csr.key(),
                        orDefault(request.getTtl(), DEFAULT_X509_TTL),
                        csr.subject(),
                        csr.dnsNames());
        var svid =
                X509SVID.newBuilder()
                        .setId(csr.id().toWire())
                        .setExpiresAt(chain.getFirst().getNotAfter().toInstant().getEpochSecond());
        try {
            for (var certificate : chain) {
                svid.addCertChain(ByteString.copyFrom(certificate.getEncoded()));
            }
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
        return svid.build();
    }

    @Override
    public void mintJWTSVID(
            MintJWTSVIDRequest request, StreamObserver<MintJWTSVIDResponse> caller) {
        Answers.answer(
                caller, () -> MintJWTSVIDResponse.newBuilder().setSvid(mintJwt(request)).build());
    }

    private JWTSVID mintJwt(MintJWTSVIDRequest request) {
        SpiffeId id;
        try {
            id = ids.workload(request.hasId(), request.getId());
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("invalid SPIFFE ID", e);
        }
        if (request.getAudienceCount() == 0) {
            throw Refusal.invalid("at least one audience is required");
        }
        var audience = request.getAudienceList().stream().filter(name -> !name.isEmpty()).toList();
        if (audience.isEmpty()) {
            throw Refusal.internal(
                    "failed to sign JWT-SVID: invalid JWT-SVID audience: cannot be empty");
        }
        var svid = jwt.sign(id, audience, orDefault(request.getTtl(), DEFAULT_JWT_TTL));
        return JWTSVID.newBuilder()
                .setToken(svid.token())
                .setId(id.toWire())
                .setIssuedAt(svid.issuedAt().getEpochSecond())
                .setExpiresAt(svid.expiresAt().getEpochSecond())
                .build();
    }

    @Override
    public void mintWITSVID(
            MintWITSVIDRequest request, StreamObserver<MintWITSVIDResponse> caller) {
        caller.onError(
                new Refusal(Code.UNIMPLEMENTED, "WIT functionality is disabled")
                        .toCall()
                        .asRuntimeException());
    }

    private static Duration orDefault(int seconds, Duration otherwise) {
        return seconds <= 0 ? otherwise : Duration.ofSeconds(seconds);
    }
}
