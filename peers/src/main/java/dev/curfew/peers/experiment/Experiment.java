package dev.curfew.peers.experiment;

import dev.curfew.peers.Binaries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Many trials on several real servers at once: does anything outlive the bound that was computed
 * for it? Blocks for minutes.
 */
public final class Experiment {
    /** Trials of a site at a time, so that two cores can serve them. */
    private static final int AT_ONCE = 20;

    /** Each has an agent of its own. */
    private static final int NODES_AT_ONCE = 12;

    private static final Duration ALL_OF_IT = Duration.ofSeconds(63);
    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    /** What waits for the server's tick begins first, and then what there is the least room for. */
    private static final Comparator<Trial> ORDER =
            Comparator.comparing((Trial trial) -> trial.deed() != Deed.EXPIRE)
                    .thenComparing(trial -> !trial.deed().isOfNode());

    private final Binaries binaries;
    private final Consumer<String> progress;

    /**
     * @param progress hears of each trial, on any thread
     */
    public Experiment(Binaries binaries, Consumer<String> progress) {
        this.binaries = binaries;
        this.progress = progress;
    }

    /** Everything: all kinds of servers, expiries, and tokens until no validator takes them. */
    public List<Result> full(int trials, long seed) throws InterruptedException {
        return run(
                Trial.draw(
                        trials,
                        seed,
                        List.of(Site.Kind.FAST, Site.Kind.MIXED, Site.Kind.DEFAULTS),
                        true),
                List.of(Site.Kind.FAST, Site.Kind.MIXED, Site.Kind.DEFAULTS),
                ALL_OF_IT);
    }

    /** What fits into a minute or so: without expiries and without waiting out the leeway. */
    public List<Result> quick(int trials, long seed) throws InterruptedException {
        List<Site.Kind> kinds = List.of(Site.Kind.FAST, Site.Kind.MIXED);
        return run(Trial.draw(trials, seed, kinds, false), kinds, A_MOMENT);
    }

    private List<Result> run(List<Trial> trials, List<Site.Kind> kinds, Duration leewayWatched)
            throws InterruptedException {
        List<Site> sites = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Site.Kind kind : kinds) {
                sites.add(Site.start(binaries, kind));
            }
            return all(trials, sites, leewayWatched, threads);
        } finally {
            sites.forEach(Site::close);
        }
    }

    private List<Result> all(
            List<Trial> trials, List<Site> sites, Duration leeway, ExecutorService threads)
            throws InterruptedException {
        Semaphore nodes = new Semaphore(NODES_AT_ONCE);
        List<Semaphore> free = sites.stream().map(_ -> new Semaphore(AT_ONCE)).toList();
        AtomicInteger done = new AtomicInteger();
        List<Future<Result>> running = new ArrayList<>();
        for (Trial trial : trials.stream().sorted(ORDER).toList()) {
            Site site = sites.get(trial.site());
            Semaphore mine = trial.deed().isOfNode() ? nodes : free.get(trial.site());
            running.add(
                    threads.submit(
                            guarded(
                                    mine,
                                    trial.deed() == Deed.EXPIRE,
                                    () -> {
                                        Result result = one(trial, site, leeway);
                                        progress.accept(
                                                done.incrementAndGet()
                                                        + " of "
                                                        + trials.size()
                                                        + ": "
                                                        + result);
                                        return result;
                                    })));
        }
        List<Result> results = new ArrayList<>();
        for (Future<Result> each : running) {
            try {
                results.add(each.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        return results;
    }

    private static Callable<Result> guarded(
            Semaphore free, boolean atOnce, Callable<Result> trial) {
        return () -> {
            if (atOnce) {
                return trial.call();
            }
            free.acquire();
            try {
                return trial.call();
            } finally {
                free.release();
            }
        };
    }

    private static Result one(Trial trial, Site site, Duration leewayWatched) {
        if (!trial.deed().isOfNode()) {
            return new TrialRun(trial, site, site.standing(trial.number()), leewayWatched).run();
        }
        try (Workload own = site.own(trial)) {
            return new TrialRun(trial, site, own, leewayWatched).run();
        }
    }
}
