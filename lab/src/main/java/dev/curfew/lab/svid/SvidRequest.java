package dev.curfew.lab.svid;

import dev.curfew.lab.rpc.Refusal;
import dev.curfew.lab.spiffe.DnsNames;
import dev.curfew.lab.spiffe.MemberIds;
import dev.curfew.lab.spiffe.SpiffeId;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/** What a certificate signing request asks for, checked. */
record SvidRequest(SpiffeId id, PublicKey key, X500Name subject, List<String> dnsNames) {
    private static final X500Name DEFAULT_SUBJECT = new X500Name("C=US,O=SPIRE");

    static SvidRequest read(byte[] der, MemberIds ids) {
        if (der.length == 0) {
            throw Refusal.invalid("missing CSR");
        }
        JcaPKCS10CertificationRequest csr;
        PublicKey key;
        List<GeneralName> names;
        try {
            csr = new JcaPKCS10CertificationRequest(new PKCS10CertificationRequest(der));
            key = csr.getPublicKey();
            names = names(csr);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw Refusal.invalid("malformed CSR: asn1: structure error: tags don't match");
        }
        mustBeSigned(csr, key);
        var id = id(texts(names, GeneralName.uniformResourceIdentifier), ids);
        var dnsNames = texts(names, GeneralName.dNSName);
        check(dnsNames);
        return new SvidRequest(id, key, subject(csr.getSubject(), dnsNames), dnsNames);
    }

    private static void mustBeSigned(JcaPKCS10CertificationRequest csr, PublicKey key) {
        boolean signed;
        try {
            signed = csr.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key));
        } catch (OperatorCreationException | PKCSException e) {
            signed = false;
        }
        if (!signed) {
            throw Refusal.invalid(
                    "failed to verify CSR signature: x509: ECDSA verification failure");
        }
    }

    private static SpiffeId id(List<String> uris, MemberIds ids) {
        if (uris.isEmpty()) {
            throw Refusal.invalid("CSR URI SAN is required");
        }
        if (uris.size() > 1) {
            throw Refusal.invalid("only one URI SAN is expected");
        }
        try {
            return ids.workload(SpiffeId.parse(uris.getFirst()));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("CSR URI SAN is invalid", e);
        }
    }

    private static void check(List<String> dnsNames) {
        try {
            dnsNames.forEach(DnsNames::check);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("CSR DNS name is invalid", e);
        }
        try {
            DnsNames.checkNoOverlap(dnsNames);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(
                    "CSR DNS name contains a wildcard that covers another non-wildcard name", e);
        }
    }

    /** The first DNS name becomes the common name, whatever the request says. */
    private static X500Name subject(X500Name asked, List<String> dnsNames) {
        var subject = asked.getRDNs().length == 0 ? DEFAULT_SUBJECT : asked;
        if (dnsNames.isEmpty()) {
            return subject;
        }
        var named = new X500NameBuilder(BCStyle.INSTANCE);
        Stream.of(subject.getRDNs())
                .map(rdn -> rdn.getFirst())
                .filter(part -> !part.getType().equals(BCStyle.CN))
                .forEach(part -> named.addRDN(part.getType(), part.getValue()));
        return named.addRDN(BCStyle.CN, dnsNames.getFirst()).build();
    }

    private static List<GeneralName> names(PKCS10CertificationRequest csr) {
        var extensions = csr.getRequestedExtensions();
        if (extensions == null) {
            return List.of();
        }
        var names = GeneralNames.fromExtensions(extensions, Extension.subjectAlternativeName);
        return names == null ? List.of() : List.of(names.getNames());
    }

    private static List<String> texts(List<GeneralName> names, int kind) {
        var texts = new ArrayList<String>();
        for (var name : names) {
            if (name.getTagNo() == kind) {
                texts.add(name.getName().toString());
            }
        }
        return texts;
    }
}
