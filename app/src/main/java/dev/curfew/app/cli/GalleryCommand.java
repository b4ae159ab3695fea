package dev.curfew.app.cli;

import dev.curfew.app.GalleryHook;
import dev.curfew.app.cli.session.Session;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "gallery",
        mixinStandardHelpOptions = true,
        description = "Draws a picture of every screen into a folder, without a display.",
        footer = {"", "Example: curfew gallery pictures", "Exit codes: 0 done, 70 a bug of ours"})
final class GalleryCommand implements Callable<Integer> {
    private final Session session;
    private final Supplier<GalleryHook> gallery;

    @Parameters(paramLabel = "DIR", description = "Where to; made if it is missing.")
    private Path folder = Path.of("");

    GalleryCommand(Session session, Supplier<GalleryHook> gallery) {
        this.session = session;
        this.gallery = gallery;
    }

    @Override
    public Integer call() {
        return switch (gallery.get().draw(folder)) {
            case Failed<List<Path>>(var failure) -> session.printer().failed(failure);
            case Ok<List<Path>>(var pictures) -> {
                if (session.printer().isJson()) {
                    ObjectNode json = JsonNodeFactory.instance.objectNode();
                    ArrayNode array = json.putArray("pictures");
                    pictures.forEach(picture -> array.add(picture.toString()));
                    session.printer().json(json);
                } else {
                    pictures.forEach(picture -> session.printer().line(picture.toString()));
                }
                yield 0;
            }
        };
    }
}
