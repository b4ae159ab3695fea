package dev.curfew.peers;

import static dev.curfew.peers.Outcomes.value;

import dev.curfew.connect.Credentials;
import dev.curfew.identity.TrustBundle;
import dev.curfew.spire.SpireServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** PEM files of an SVID that a server mints through our client. */
final class MintedFiles {
    private MintedFiles() {}

    static Credentials.PemFiles mint(SpireServer server, String path, PrivateFolder into) {
        OwnKey key = OwnKey.fresh();
        byte[] request = key.request(OwnKey.uri("spiffe://" + Peer.TRUST_DOMAIN + path));
        var minted = value(server.minting().x509(request, Duration.ofHours(1)));
        TrustBundle bundle = value(server.bundles().own());
        List<byte[]> roots =
                bundle.x509Authorities().stream().map(root -> root.der().bytes()).toList();
        return new Credentials.PemFiles(
                into.write("svid.pem", pem("CERTIFICATE", minted.chain())),
                into.write(
                        "key.pem",
                        pem("PRIVATE KEY", List.of(key.keys().getPrivate().getEncoded()))),
                into.write("bundle.pem", pem("CERTIFICATE", roots)));
    }

    private static String pem(String label, List<byte[]> contents) {
        StringBuilder text = new StringBuilder();
        for (byte[] der : contents) {
            text.append("-----BEGIN %s-----\n".formatted(label))
                    .append(
                            Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                                    .encodeToString(der))
                    .append("\n-----END %s-----\n".formatted(label));
        }
        return text.toString();
    }
}
