package dev.curfew.evidence.pack;

import dev.curfew.evidence.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Signs files and makes them one. Pure: Ed25519 gives the same for the same. */
final class PackWriter {
    private PackWriter() {}

    record Written(Manifest manifest, byte[] bytes) {}

    /**
     * @param about the operation, the version, and who exports
     */
    record About(String operation, String curfew, String operator, Instant createdAt) {}

    static Written write(List<PackFile> files, About about, SigningKey key) {
        List<Manifest.Item> items = files.stream().map(Manifest.Item::of).toList();
        Manifest manifest =
                new Manifest(
                        Manifest.packId(items),
                        about.operation(),
                        about.curfew(),
                        about.operator(),
                        about.createdAt(),
                        key.publicKey().thumbprint(),
                        items);
        byte[] signed = manifest.write();
        List<PackZip.Entry> entries = new ArrayList<>();
        entries.add(new PackZip.Entry(PackFile.MANIFEST, signed));
        entries.add(new PackZip.Entry(PackFile.SIGNATURE, key.sign(signed)));
        files.forEach(file -> entries.add(new PackZip.Entry(file.name(), file.content())));
        ByteArrayOutputStream out =
                new ByteArrayOutputStream((int) Math.min(PackZip.length(entries), 64 << 20));
        try {
            PackZip.write(entries, out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new Written(manifest, out.toByteArray());
    }
}
