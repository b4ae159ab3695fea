package dev.curfew.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes lists into files. A file appears once it is whole; one that stood there before stays until
 * then. Blocks; any thread.
 */
public final class ExportFile {
    private ExportFile() {}

    /**
     * A column of a CSV file.
     *
     * @param text of a row
     */
    public record Field<R>(String title, Function<? super R, String> text) {}

    public static <R> void csv(Path file, List<Field<R>> fields, List<R> rows) throws IOException {
        write(
                file,
                out -> {
                    Csv.row(out, fields.stream().map(Field::title).toList());
                    for (R row : rows) {
                        Csv.row(out, fields.stream().map(f -> f.text().apply(row)).toList());
                    }
                });
    }

    /** An array with an object for each row, one a line. */
    public static <R> void json(Path file, Function<? super R, ObjectNode> object, List<R> rows)
            throws IOException {
        write(
                file,
                out -> {
                    out.append("[");
                    String between = "\n";
                    for (R row : rows) {
                        out.append(between).append(object.apply(row).toString());
                        between = ",\n";
                    }
                    out.append("\n]\n");
                });
    }

    private interface Content {
        void to(Writer out) throws IOException;
    }

    private static void write(Path file, Content content) throws IOException {
        Path target = file.toAbsolutePath();
        Path unfinished = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            try (Writer out = Files.newBufferedWriter(unfinished)) {
                content.to(out);
            }
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
