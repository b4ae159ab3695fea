package dev.curfew.views.estate;

import dev.curfew.estate.Link;
import dev.curfew.estate.Reading;
import dev.curfew.estate.ServerEstate;
import dev.curfew.views.kit.Explanations;
import dev.curfew.views.table.TableContent;
import java.util.List;

/** What a table shows of something that is read from a server. */
public final class Contents {
    private Contents() {}

    /**
     * @param reading of this server
     * @param rows those that the filter left
     * @param filtered whether there is a filter
     */
    public static <R> TableContent<R> of(
            ServerEstate server, Reading<?> reading, List<R> rows, boolean filtered) {
        if (server.link() instanceof Link.Down(var why, _, _) && !reading.isKnown()) {
            return new TableContent.Failed<>(rows, Explanations.of(why));
        }
        return switch (reading.state()) {
            case NEVER_READ -> new TableContent.Loading<>(rows);
            case READING ->
                    rows.isEmpty() && !filtered
                            ? new TableContent.Loading<>(rows)
                            : new TableContent.Ready<>(rows, filtered);
            case COMPLETE -> new TableContent.Ready<>(rows, filtered);
            case PARTIAL, FAILED ->
                    reading.failure()
                            .<TableContent<R>>map(
                                    why -> new TableContent.Failed<>(rows, Explanations.of(why)))
                            .orElseGet(() -> new TableContent.Ready<>(rows, filtered));
        };
    }
}
