package dev.curfew.bundle;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/** Roots in PEM form, one after the other. */
final class PemRoots {
    private PemRoots() {}

    static GivenBundle read(String text) throws BadBundle {
        Roots roots = new Roots();
        try (PemReader reader = new PemReader(new StringReader(text))) {
            for (PemObject next = reader.readPemObject();
                    next != null;
                    next = reader.readPemObject()) {
                if (next.getType().endsWith("PRIVATE KEY")) {
                    throw new BadBundle(PRIVATE);
                }
                if (!next.getType().equals("CERTIFICATE")) {
                    throw new BadBundle("it holds something else than certificates");
                }
                roots.add(next.getContent());
            }
        } catch (IOException | RuntimeException e) {
            // Its words may quote the text.
            throw new BadBundle("its PEM form is damaged");
        }
        return new GivenBundle(roots.all(), List.of(), 0, 0, roots.named());
    }

    static final String PRIVATE =
            "it holds a private key, and a bundle has only what is public; that key is not for"
                    + " sharing";
}
