package dev.curfew.evidence.report;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The one font of a report, of which only the glyphs that are used go into the document. Liberation
 * Sans may be embedded (SIL Open Font License) and has Latin, Greek and Cyrillic. What it has no
 * glyph for, what moves the writing about, and what is written from right to left is shown as its
 * code, so that no text of a server can pass for another. One document, one thread.
 */
final class Typeface implements AutoCloseable {
    /** Comes with PDFBox. */
    private static final String RESOURCE =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final TrueTypeFont file;
    private final CmapLookup glyphs;
    private final PDFont font;
    private final Map<Integer, Float> widths = new HashMap<>();

    Typeface(PDDocument document) throws IOException {
        try (InputStream in = PDDocument.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("PDFBox comes without " + RESOURCE);
            }
            file = new TTFParser().parse(new RandomAccessReadBuffer(in));
        }
        glyphs = file.getUnicodeCmapLookup();
        font = PDType0Font.load(document, file, true);
    }

    PDFont font() {
        return font;
    }

    /** The same text in glyphs that there are. */
    String drawable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> {
                    if (isDrawable(c)) {
                        out.appendCodePoint(c);
                    } else {
                        out.append("\\u{").append(Integer.toHexString(c)).append('}');
                    }
                });
        return out.toString();
    }

    private boolean isDrawable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK ->
                    false;
            default -> !isRightToLeft(c) && glyphs.getGlyphId(c) > 0;
        };
    }

    private static boolean isRightToLeft(int c) {
        byte way = Character.getDirectionality(c);
        return way == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || way == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                || way == Character.DIRECTIONALITY_ARABIC_NUMBER;
    }

    /**
     * In points.
     *
     * @param drawable what {@link #drawable} gave
     */
    float width(String drawable, float size) {
        float sum = 0;
        for (int i = 0; i < drawable.length(); i += Character.charCount(drawable.codePointAt(i))) {
            sum += widths.computeIfAbsent(drawable.codePointAt(i), this::widthOf);
        }
        return sum * size / 1000;
    }

    private float widthOf(int c) {
        try {
            return font.getStringWidth(Character.toString(c));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lines of at most this width: broken at blanks, and a word that is longer anywhere. */
    List<String> lines(String drawable, float size, float width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : drawable.split(" ", -1)) {
            String more = line.isEmpty() ? word : " " + word;
            if (!line.isEmpty() && width(line + more, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
                more = word;
            }
            line.append(more);
            while (width(line.toString(), size) > width && line.length() > 1) {
                int fits = fitting(line, size, width);
                lines.add(line.substring(0, fits));
                line.delete(0, fits);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** How many characters fit, at least one. */
    private int fitting(CharSequence text, float size, float width) {
        int fits = 0;
        float sum = 0;
        while (fits < text.length()) {
            int c = Character.codePointAt(text, fits);
            sum += widths.computeIfAbsent(c, this::widthOf) * size / 1000;
            if (sum > width && fits > 0) {
                return fits;
            }
            fits += Character.charCount(c);
        }
        return fits;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
