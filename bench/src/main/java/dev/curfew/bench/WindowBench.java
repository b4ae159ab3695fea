package dev.curfew.bench;

import dev.curfew.app.window.UiGraph;
import dev.curfew.app.wiring.CoreGraph;
import dev.curfew.app.wiring.LabHost;
import dev.curfew.connect.ConnectionProfile;
import dev.curfew.estate.EntryLanguage;
import dev.curfew.estate.Reading;
import dev.curfew.estate.ServerEstate;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.query.Parsed;
import dev.curfew.views.kit.PlatformFxThread;
import dev.curfew.views.query.QueryField;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javafx.util.Subscription;

/**
 * The real window on the headless platform: from connecting to a complete table that can be
 * searched, how long its thread is held meanwhile, what it keeps, and how fast it filters as one
 * types.
 */
final class WindowBench implements AutoCloseable {
    private static final int ROUNDS = 3;

    /** Of about 150 words a minute. */
    private static final Duration BETWEEN_KEYS = Duration.ofMillis(80);

    private static final String TYPED = "team-012 ttl>1h agent-0";

    private final ConnectionProfile profile;
    private final ConnectionProfile small;
    private final SpireCli cli;
    private final int entries;
    private final PlatformFxThread fx = new PlatformFxThread();
    private final CoreGraph core;
    private final UiGraph ui;
    private final TableView<?> table;

    /**
     * @param small a server with a few entries: what showing it keeps alive is no cost of an entry
     */
    WindowBench(ConnectionProfile profile, ConnectionProfile small, SpireCli cli, int entries)
            throws IOException {
        this.profile = profile;
        this.small = small;
        this.cli = cli;
        this.entries = entries;
        core =
                new CoreGraph(
                        new CoreGraph.Setup(
                                InstantSource.system(),
                                Files.createTempDirectory("curfew-bench").resolve("window.db"),
                                Duration.ofMinutes(1),
                                (_, purpose) ->
                                        Outcome.failed(Reason.INVALID_INPUT, purpose, "none"),
                                new LabHost()));
        core.openedStore();
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        ui = call(this::open);
        table =
                call(() ->
                        (TableView<?>)
                                Objects.requireNonNull(ui.root().lookup("#workloads-table")));
    }

    private UiGraph open() {
        UiGraph graph =
                new UiGraph(
                        core,
                        new SimpleObjectProperty<>(ColorScheme.DARK),
                        UiGraph.systemDesk(() -> null, _ -> {}),
                        tasks -> tasks);
        Stage stage = new Stage();
        Scene scene = new Scene(graph.root(), 1000, 900);
        graph.theme().install(scene);
        stage.setScene(scene);
        stage.show();
        graph.navigator().go("workloads");
        scene.getRoot().applyCss();
        return graph;
    }

    List<Figure> run() throws IOException, InterruptedException {
        double[] complete = new double[ROUNDS];
        double[] text = new double[ROUNDS];
        double[] json = new double[ROUNDS];
        double[] held = new double[ROUNDS];
        double[] shownAt = new double[ROUNDS];
        double[] spent = new double[ROUNDS];
        double first = load().seconds();
        disconnect(profile);
        long empty = heapOfTheSmallOne();
        for (int round = 0; round < ROUNDS; round++) {
            disconnect(profile);
            text[round] = cli.showText();
            json[round] = cli.showJson();
            Loaded loaded = load();
            complete[round] = loaded.seconds();
            held[round] = loaded.hold().longestMillis();
            spent[round] = loaded.hold().mostSpentMillis();
            shownAt[round] = 100.0 * loaded.firstRows() / entries;
        }
        long kept = liveHeap() - empty;
        List<Key> keys = type();
        double[] millis = keys.stream().mapToDouble(Key::millis).toArray();
        Key slowest = keys.stream().max(Comparator.comparingDouble(Key::millis)).orElseThrow();
        return List.of(
                new Figure(
                        "complete table, against entry show",
                        "s",
                        Median.of(complete),
                        Median.of(text),
                        0.8),
                new Figure(
                        "complete table, against entry show -output json",
                        "s",
                        Median.of(complete),
                        Median.of(json),
                        0.4),
                alone(
                        "live heap an entry",
                        "bytes",
                        (double) kept / (entries - BenchEstate.FEW),
                        400),
                alone("longest hold of the JavaFX thread while loading", "ms", Median.of(held), 50),
                told("  processor time of that thread in one piece", "ms", Median.of(spent)),
                told("the very first connect in this process", "s", first),
                alone("read when the first rows are shown", "%", Median.of(shownAt), 5),
                alone(
                        "filter as one types, 95 % of key strokes",
                        "ms", Median.percentile(95, millis), 30),
                told("  the middle one", "ms", Median.of(millis)),
                told("  the slowest, '" + slowest.text() + "'", "ms", slowest.millis()));
    }

    private static Figure alone(String name, String unit, double value, double limit) {
        return new Figure(name, unit, value, Double.NaN, limit);
    }

    /** Without a limit: to understand the others by. */
    private static Figure told(String name, String unit, double value) {
        return new Figure(name, unit, value, Double.NaN, Double.POSITIVE_INFINITY);
    }

    private void disconnect(ConnectionProfile connected) throws InterruptedException {
        core.estates().disconnect(connected.name());
        await(() -> rows() == 0);
    }

    private long heapOfTheSmallOne() throws InterruptedException {
        core.estates().connect(small);
        await(() -> isComplete(small) && rows() == BenchEstate.FEW);
        long heap = liveHeap();
        disconnect(small);
        return heap;
    }

    /**
     * @param firstRows how many entries had been read when the table first showed any
     */
    private record Loaded(double seconds, Hold hold, int firstRows) {}

    private Loaded load() throws InterruptedException {
        Hold hold = new Hold(fx);
        int[] first = {-1};
        ListChangeListener<Object> watch =
                _ -> {
                    if (first[0] < 0 && !table.getItems().isEmpty()) {
                        first[0] = count();
                    }
                };
        call(() -> {
            table.getItems().addListener(watch);
            return true;
        });
        long start = System.nanoTime();
        core.estates().connect(profile);
        await(() -> isComplete(profile) && rows() == entries);
        double seconds = (System.nanoTime() - start) / 1e9;
        call(() -> {
            table.getItems().removeListener(watch);
            return true;
        });
        hold.end();
        return new Loaded(seconds, hold, Math.max(0, first[0]));
    }

    private boolean isComplete(ConnectionProfile connected) {
        return core.estates()
                .estate()
                .server(connected.name())
                .filter(server -> server.entries().state() == Reading.State.COMPLETE)
                .isPresent();
    }

    private int count() {
        return core.estates()
                .estate()
                .server(profile.name())
                .map(server -> server.entries().value().entries().size())
                .orElse(0);
    }

    private int rows() {
        return call(() -> table.getItems().size());
    }

    /**
     * @param text what stood in the field with this key
     */
    private record Key(String text, double millis) {}

    /**
     * Key by key, each when the rows of the last one are laid out and a fast typist's time has
     * passed: a frame that is still being painted would hold up the next key, and no hand is that
     * quick. Only those that make a query, because a mistake keeps the list as it is.
     */
    private List<Key> type() throws InterruptedException {
        List<Key> times = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (int typed = 1; typed <= TYPED.length(); typed++) {
                String text = TYPED.substring(0, typed);
                if (makesAQuery(text)) {
                    long pressed = System.nanoTime();
                    times.add(new Key(text, millisUntilShown(text)));
                    awaitLaidOut();
                    TimeUnit.NANOSECONDS.sleep(
                            BETWEEN_KEYS.toNanos() - (System.nanoTime() - pressed));
                } else {
                    setQuery(text);
                }
            }
        }
        return times;
    }

    private boolean makesAQuery(String text) {
        ServerEstate server = core.estates().estate().server(profile.name()).orElseThrow();
        return EntryLanguage.of(server, Instant.now()).parse(text) instanceof Parsed.Good;
    }

    private double millisUntilShown(String text) throws InterruptedException {
        BlockingQueue<Long> shown = new ArrayBlockingQueue<>(1);
        Subscription watch =
                call(() ->
                        query().answeredProperty()
                                .subscribe(answered -> {
                                    if (answered.equals(text)) {
                                        shown.offer(System.nanoTime());
                                    }
                                }));
        long start = System.nanoTime();
        fx.run(() -> field().setText(text));
        Long end = shown.poll(2, TimeUnit.SECONDS);
        call(() -> {
            watch.unsubscribe();
            return true;
        });
        if (end == null) {
            throw new IllegalStateException("nothing was shown for " + text);
        }
        return (end - start) / 1e6;
    }

    private void awaitLaidOut() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Runnable listener = done::countDown;
        call(() -> {
            table.getScene().addPostLayoutPulseListener(listener);
            Platform.requestNextPulse();
            return true;
        });
        if (!done.await(2, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nothing is laid out");
        }
        call(() -> {
            table.getScene().removePostLayoutPulseListener(listener);
            return true;
        });
    }

    private void setQuery(String text) {
        call(() -> {
            field().setText(text);
            return true;
        });
    }

    /** The rows may stay as they are, so it is the field that tells which query was answered. */
    private QueryField query() {
        Node node = field();
        while (!(node instanceof QueryField found)) {
            node = node.getParent();
        }
        return found;
    }

    private TextInputControl field() {
        return (TextInputControl) ui.root().lookup("#workloads-query");
    }

    private static long liveHeap() throws InterruptedException {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 4; i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void await(Supplier<Boolean> condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (!condition.get()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("it does not come to an end");
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    private <T> T call(Supplier<T> action) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        fx.run(() -> {
            try {
                answer.complete(action.get());
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.join();
    }

    @Override
    public void close() {
        call(() -> {
            ui.close();
            return true;
        });
        core.close();
        fx.close();
    }
}
