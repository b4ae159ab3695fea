package dev.curfew.spire;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * One reading of one list. A token says where the next page begins, so pages can only be asked for
 * one after the other; but SPIRE's tokens are row numbers, which can be guessed. A guessed page is
 * taken when the server then really gives that token, or when the last row we have is in it, so
 * that what stands behind that row is new. Every other guess is thrown away: a wrong one costs time
 * and never a row. One thread.
 */
final class PageScan<P, T> {
    private static final long CANCEL_CHECK_MILLIS = 200;

    /** With wider holes between the rows' numbers, guesses miss more than they find. */
    private static final double MOST_NUMBERS_A_ROW = 4;

    /** Guesses fall a little short where there are holes: an overlap costs less than a gap. */
    private static final double SHORT = 0.99;

    /**
     * @param start the token as a number; -1: it is none
     */
    private record Ask<P>(
            String token,
            long start,
            int size,
            boolean guessed,
            CompletableFuture<Outcome<P>> answer) {}

    private final String subject;
    private final Pages.Fetch<P> fetch;
    private final Pages.Reader<P, T> reader;
    private final Function<T, Object> key;
    private final int atOnce;
    private final ScanListener<T> listener;

    private final List<T> all = new ArrayList<>();
    private final Pages.Rows<T> problems = new Pages.Rows<>();
    private final Set<String> seen = new HashSet<>();

    /** What is on its way, in the order of the rows; the first one is what comes next. */
    private final Deque<Ask<P>> asked = new ArrayDeque<>();

    /** Everything before it is read. */
    private String token = "";

    private int size = Pages.FIRST_SIZE;
    private int largest = Pages.LARGEST_SIZE;

    /** How far row numbers go forward with each row; 0: not known. */
    private double numbersARow;

    private boolean mayGuess = true;

    PageScan(
            String subject,
            Pages.Fetch<P> fetch,
            Pages.Reader<P, T> reader,
            Function<T, Object> key,
            int atOnce,
            ScanListener<T> listener) {
        this.subject = subject;
        this.fetch = fetch;
        this.reader = reader;
        this.key = key;
        this.atOnce = atOnce;
        this.listener = listener;
    }

    Scan<T> run() {
        askForNext(size);
        while (true) {
            Ask<P> next = asked.removeFirst();
            Optional<Outcome<P>> answer = await(next.answer());
            if (answer.isEmpty()) {
                return ended(Failure.of(Reason.CANCELLED, subject));
            }
            switch (answer.get()) {
                case Failed<P>(var failure) -> {
                    if (!goesOnAfter(failure, next)) {
                        return ended(
                                listener.isCancelled() ? failure : inMidScan(failure, all.size()));
                    }
                }
                case Ok<P>(var page) -> {
                    String following = reader.nextToken(page);
                    if (!next.token().equals(token)) {
                        takeOverlapping(next, page, following);
                    } else if (following.isEmpty()) {
                        deliver(read(page));
                        return new Scan<>(
                                all,
                                Optional.empty(),
                                problems.unreadableCount(),
                                problems.unreadable());
                    } else if (!seen.add(following)) {
                        return ended(new Failure(Reason.PAGE_REPEATS, subject, following));
                    } else {
                        advance(next, page, following);
                        deliver(read(page));
                    }
                }
            }
        }
    }

    /** A page that failed may have been too large, or a guess that nobody needs. */
    private boolean goesOnAfter(Failure failure, Ask<P> failed) {
        boolean tooLarge = failure.reason() == Reason.TOO_LARGE && failed.size() > 1;
        if (!tooLarge && !failed.guessed()) {
            return false;
        }
        if (tooLarge) {
            // What was too large once is not tried again.
            largest = Math.max(1, failed.size() / 2);
            size = largest;
        }
        mayGuess = !failed.guessed();
        asked.clear();
        askForNext(size);
        return true;
    }

    /** A guess that began elsewhere than where we are: only what stands behind our last row. */
    private void takeOverlapping(Ask<P> guess, P page, String following) {
        if (number(following) > number(token)) {
            Pages.Rows<T> rows = read(page);
            int known = rows.unreadableCount() == 0 ? indexOfLast(rows.good()) : -1;
            if (known >= 0) {
                seen.add(following);
                advance(guess, page, following);
                rows.good().subList(0, known + 1).clear();
                deliver(rows);
                return;
            }
        }
        if (asked.isEmpty() || asked.getFirst().start() > number(token)) {
            askForNext(size);
        }
    }

    private int indexOfLast(List<T> rows) {
        if (all.isEmpty()) {
            return -1;
        }
        Object last = key.apply(all.getLast());
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (key.apply(rows.get(i)).equals(last)) {
                return i;
            }
        }
        return -1;
    }

    /** Before the page is taken apart, so that the server is at the next ones meanwhile. */
    private void advance(Ask<P> taken, P page, String following) {
        token = following;
        size = Math.min(largest, size * 2);
        int rows = reader.count(page);
        long from = taken.token().isEmpty() ? 0 : taken.start();
        long to = number(following);
        numbersARow =
                from >= 0 && to > from && rows > 0 && rows == taken.size()
                        ? (double) (to - from) / rows
                        : 0;
        Ask<P> ahead = asked.peekFirst();
        if (ahead == null) {
            askForNext(size);
        } else if (ahead.start() > to) {
            // At most that many rows are missing before it.
            askForNext((int) Math.min(size, ahead.start() - to));
        }
        guess();
    }

    private void askForNext(int rows) {
        asked.addFirst(ask(rows, token, number(token), false));
    }

    private void guess() {
        while (mayGuess
                && asked.size() < atOnce
                && numbersARow >= 1
                && numbersARow <= MOST_NUMBERS_A_ROW
                && asked.getLast().start() >= 0) {
            Ask<P> before = asked.getLast();
            double ahead = before.size() * numbersARow;
            long start = before.start() + (long) (numbersARow > 1 ? ahead * SHORT : ahead);
            size = Math.min(largest, size * 2);
            asked.addLast(ask(size, String.valueOf(start), start, true));
        }
    }

    private Ask<P> ask(int rows, String from, long start, boolean guessed) {
        CompletableFuture<Outcome<P>> answer = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                answer.complete(fetch.page(rows, from));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return new Ask<>(from, start, rows, guessed, answer);
    }

    /** Empty: cancelled, also while a page is being waited for that may never come. */
    private Optional<Outcome<P>> await(CompletableFuture<Outcome<P>> coming) {
        while (!listener.isCancelled()) {
            try {
                return Optional.of(coming.get(CANCEL_CHECK_MILLIS, TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                // Looks again whether anyone still wants it.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        return Optional.empty();
    }

    private Pages.Rows<T> read(P page) {
        Pages.Rows<T> rows = new Pages.Rows<>();
        reader.rows(page, rows);
        return rows;
    }

    private void deliver(Pages.Rows<T> rows) {
        problems.addUnreadable(rows);
        if (!rows.good().isEmpty()) {
            all.addAll(rows.good());
            listener.page(List.copyOf(rows.good()));
        }
    }

    private Scan<T> ended(Failure failure) {
        return new Scan<>(
                all, Optional.of(failure), problems.unreadableCount(), problems.unreadable());
    }

    /** -1: no number, or too large a one. */
    private static long number(String token) {
        boolean digits =
                !token.isEmpty()
                        && token.length() <= 18
                        && token.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Long.parseLong(token) : -1;
    }

    /** What fails on the first page was never begun; later, what was read until then stands. */
    private Failure inMidScan(Failure failure, int read) {
        boolean lost =
                failure.reason() == Reason.NO_ANSWER
                        || failure.reason() == Reason.NOTHING_LISTENING
                        || failure.reason() == Reason.SOCKET_MISSING
                        // Not by us: a server that stops cancels what it is at.
                        || failure.reason() == Reason.CANCELLED;
        return read > 0 && lost
                ? new Failure(
                        Reason.LOST_MID_SCAN,
                        subject,
                        "after " + read + " rows: " + failure.detail())
                : failure;
    }
}
