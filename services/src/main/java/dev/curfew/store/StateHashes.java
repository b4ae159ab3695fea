package dev.curfew.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Hashes of what was kept of an operation. Written into its last record, they bring snapshots under
 * the journal's chain.
 */
public final class StateHashes {
    private StateHashes() {}

    /** Lower-case hex SHA-256 of each state's JSON in UTF-8, by its subject. Blocks. */
    public static Map<String, String> of(Snapshots snapshots, String operationId) {
        Map<String, String> hashes = new LinkedHashMap<>();
        for (String subject : snapshots.subjects(operationId)) {
            snapshots.find(operationId, subject).ifPresent(json -> hashes.put(subject, of(json)));
        }
        return hashes;
    }

    /** Lower-case hex SHA-256 of one state. */
    public static String of(String json) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(json.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
