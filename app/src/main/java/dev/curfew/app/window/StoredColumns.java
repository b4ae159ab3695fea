package dev.curfew.app.window;

import dev.curfew.store.Preferences;
import dev.curfew.views.kit.ColumnMemory;
import dev.curfew.views.kit.FxThread;
import dev.curfew.views.kit.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * How the operator arranged the tables, kept in the store. Dragging a column's edge changes it many
 * times a second, so it is written once it has been left alone. JavaFX thread only.
 */
final class StoredColumns implements ColumnMemory {
    private static final Logger LOG = LoggerFactory.getLogger(StoredColumns.class);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(1);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Preferences preferences;
    private final Tasks tasks;
    private final FxThread fx;
    private final Map<String, List<Remembered>> known = new HashMap<>();
    private final Set<String> due = new HashSet<>();

    StoredColumns(Preferences preferences, Tasks tasks, FxThread fx) {
        this.preferences = preferences;
        this.tasks = tasks;
        this.fx = fx;
    }

    /** One small read from an open database when a table is first shown: quick enough for here. */
    @Override
    public List<Remembered> recall(String table) {
        return known.computeIfAbsent(
                table, t -> preferences.get(key(t)).map(StoredColumns::read).orElse(List.of()));
    }

    @Override
    public void remember(String table, List<Remembered> columns) {
        known.put(table, List.copyOf(columns));
        if (due.add(table)) {
            fx.runAfter(LEFT_ALONE, () -> write(table));
        }
    }

    private void write(String table) {
        due.remove(table);
        String json = write(known.getOrDefault(table, List.of()));
        tasks.start(
                "columns.keep",
                () -> {
                    preferences.put(key(table), json);
                    return table;
                },
                _ -> {},
                e -> LOG.warn("The columns of {} were not kept", table, e));
    }

    private static String key(String table) {
        return "columns." + table;
    }

    private static String write(List<Remembered> columns) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        columns.forEach(c ->
                array.addObject()
                        .put("column", c.column())
                        .put("width", c.width())
                        .put("shown", c.shown()));
        return array.toString();
    }

    /** What can not be read is as good as nothing remembered. */
    private static List<Remembered> read(String json) {
        try {
            List<Remembered> columns = new ArrayList<>();
            for (JsonNode node : JSON.readTree(json)) {
                columns.add(
                        new Remembered(
                                node.path("column").asString(),
                                node.path("width").asDouble(),
                                node.path("shown").asBoolean()));
            }
            return columns;
        } catch (RuntimeException e) {
            LOG.warn("Remembered columns can not be read", e);
            return List.of();
        }
    }
}
