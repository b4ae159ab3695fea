package dev.curfew.evidence.pack;

import dev.curfew.store.SealKey;
import java.util.Map;

/** A pack whose manifest is signed. */
record SignedFiles(Manifest manifest, SealKey key, Map<String, byte[]> files) {
    byte[] file(String name) {
        return files.getOrDefault(name, new byte[0]);
    }
}
