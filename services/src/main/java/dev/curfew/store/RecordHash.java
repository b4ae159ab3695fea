package dev.curfew.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * SHA-256 over the previous record's hash and all fields of a record. Numbers have a fixed width
 * and each text comes after its length, so no two different records are encoded alike. Part of the
 * file format: it never changes for records that were written. Pure.
 */
public final class RecordHash {
    private static final byte[] START = new byte[32];

    private static final String FORMAT = "curfew journal 1";

    private RecordHash() {}

    /** What the first record continues: 32 zeros. */
    public static byte[] start() {
        return START.clone();
    }

    /**
     * 32 bytes.
     *
     * @param micros microseconds since 1970
     */
    public static byte[] of(byte[] previous, long number, long micros, JournalEntry entry) {
        return sha256().digest(encode(previous, number, micros, entry));
    }

    /** What a record's own hash must be, lower-case hex, given the one that it continues. */
    public static String of(JournalRecord record) {
        HexFormat hex = HexFormat.of();
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, record.at());
        byte[] previous = hex.parseHex(record.previousHash());
        return hex.formatHex(of(previous, record.number(), micros, record.entry()));
    }

    static byte[] encode(byte[] previous, long number, long micros, JournalEntry entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            text(out, FORMAT);
            out.writeInt(previous.length);
            out.write(previous);
            out.writeLong(number);
            out.writeLong(micros);
            text(out, entry.operationId());
            out.writeInt(entry.step());
            text(out, entry.phase().name());
            text(out, entry.operator());
            text(out, entry.connection());
            text(out, entry.action());
            text(out, entry.subject());
            text(out, entry.reason());
            text(out, entry.incident());
            text(out, entry.sent());
            text(out, entry.received());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
