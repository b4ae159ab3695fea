package dev.curfew.evidence.pack;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.SafeText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The one form in which a pack is a ZIP: nothing compressed, no times, no rights, no comments. From
 * names and contents follow all of its bytes, so whatever else stands in a file is found by writing
 * it again; and nothing can grow when it is read. Pure.
 */
final class PackZip {
    /** How faults call what is no file in the pack but the ZIP around them. */
    static final String PART = "the ZIP itself";

    /** Bytes of a whole pack. */
    static final int LARGEST = 256 << 20;

    /** Besides the manifest and its signature. */
    static final int MOST_FILES = 10_000;

    private static final int MOST_ENTRIES = MOST_FILES + 2;
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int CENTRAL_LENGTH = 46;
    private static final int END_LENGTH = 22;

    /** Stored files need version 1.0 of the format. */
    private static final short VERSION = 10;

    /** 1980-01-01, the first day that a ZIP can write. */
    private static final short DAY_ONE = 0x21;

    private static final Pattern NAME =
            Pattern.compile("[a-z0-9][a-z0-9._-]{0,60}(/[a-z0-9][a-z0-9._-]{0,60}){0,3}");

    private PackZip() {}

    record Entry(String name, byte[] content) {}

    static boolean isName(String name) {
        return NAME.matcher(name).matches() && !name.contains("..");
    }

    static long length(List<Entry> entries) {
        long sum = END_LENGTH;
        for (Entry entry : entries) {
            sum += LOCAL_LENGTH + CENTRAL_LENGTH + 2L * entry.name().length();
            sum += entry.content().length;
        }
        return sum;
    }

    static void write(List<Entry> entries, OutputStream out) throws IOException {
        ByteBuffer directory = buffer(1 << 20);
        int at = 0;
        for (Entry entry : entries) {
            byte[] name = entry.name().getBytes(StandardCharsets.US_ASCII);
            ByteBuffer local = buffer(LOCAL_LENGTH).putInt(LOCAL);
            common(local, entry, name);
            out.write(local.array());
            out.write(name);
            out.write(entry.content());
            directory = room(directory, CENTRAL_LENGTH + name.length);
            directory.putInt(CENTRAL).putShort(VERSION);
            common(directory, entry, name);
            // No comment, first disk, no attributes.
            directory.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
            directory.putInt(at).put(name);
            at += LOCAL_LENGTH + name.length + entry.content().length;
        }
        out.write(directory.array(), 0, directory.position());
        short count = (short) entries.size();
        out.write(
                buffer(END_LENGTH)
                        .putInt(END)
                        .putInt(0)
                        .putShort(count)
                        .putShort(count)
                        .putInt(directory.position())
                        .putInt(at)
                        .putShort((short) 0)
                        .array());
    }

    private static void common(ByteBuffer header, Entry entry, byte[] name) {
        CRC32 crc = new CRC32();
        crc.update(entry.content());
        header.putShort(VERSION).putShort((short) 0).putShort((short) 0);
        header.putShort((short) 0).putShort(DAY_ONE);
        header.putInt((int) crc.getValue());
        header.putInt(entry.content().length).putInt(entry.content().length);
        header.putShort((short) name.length).putShort((short) 0);
    }

    /**
     * Names and contents, in their order. The rest of the bytes is only looked at by {@link
     * #firstStrayByte}.
     */
    static Outcome<List<Entry>> read(byte[] zip) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        List<Entry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int at = 0;
        while (at + 4 <= zip.length && bytes.getInt(at) == LOCAL) {
            if (at + LOCAL_LENGTH > zip.length) {
                return Broken.at(PART, "it ends in the middle of a header, at byte " + at);
            }
            int nameLength = Short.toUnsignedInt(bytes.getShort(at + 26));
            long length = Integer.toUnsignedLong(bytes.getInt(at + 18));
            long end = at + LOCAL_LENGTH + nameLength + length;
            if (end > zip.length) {
                return Broken.at(
                        PART, "the entry at byte " + at + " is longer than what there is of it");
            }
            String name =
                    new String(zip, at + LOCAL_LENGTH, nameLength, StandardCharsets.ISO_8859_1);
            if (!isName(name)) {
                return Broken.at(
                        PART,
                        "the entry at byte " + at + " has a name that no pack has: " + shown(name));
            }
            if (!names.add(name)) {
                return Broken.at(name, "it is there twice");
            }
            if (entries.size() == MOST_ENTRIES) {
                return Broken.at(PART, "it has more than " + MOST_ENTRIES + " entries");
            }
            int from = at + LOCAL_LENGTH + nameLength;
            byte[] content = new byte[(int) length];
            System.arraycopy(zip, from, content, 0, content.length);
            entries.add(new Entry(name, content));
            at = (int) end;
        }
        if (at + 4 > zip.length || bytes.getInt(at) != CENTRAL) {
            String after = entries.isEmpty() ? "" : " after " + entries.getLast().name();
            return Broken.at(
                    PART, "at byte " + at + after + " there is neither an entry nor their list");
        }
        return Outcome.ok(entries);
    }

    private static String shown(String name) {
        return SafeText.of(name.length() <= 80 ? name : name.substring(0, 80) + "…");
    }

    /** Where a file is not what writing its entries again gives; empty if it is. */
    static Optional<Long> firstStrayByte(byte[] zip, List<Entry> entries) {
        Comparison comparison = new Comparison(zip);
        try {
            write(entries, comparison);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return comparison.firstDifference();
    }

    /** Which entry's header a byte belongs to, or the list behind them. */
    static String placeOf(long stray, List<Entry> entries) {
        long at = 0;
        for (Entry entry : entries) {
            at += LOCAL_LENGTH + entry.name().length() + entry.content().length;
            if (stray < at) {
                return "in the header of " + entry.name();
            }
        }
        return stray < length(entries) ? "in the list of entries" : "behind its end";
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer room(ByteBuffer buffer, int more) {
        return buffer.remaining() >= more
                ? buffer
                : buffer(buffer.capacity() * 2 + more).put(buffer.flip());
    }
}
