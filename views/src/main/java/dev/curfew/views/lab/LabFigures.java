package dev.curfew.views.lab;

import dev.curfew.views.lab.LabSnapshot.Call;
import dev.curfew.views.lab.LabSnapshot.Moment;
import dev.curfew.views.lab.LabSnapshot.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What became of one agent since something was taken from it. Pure.
 *
 * @param since when that was seen; empty if nothing was
 * @param okAfter calls with it that went through and should not have
 * @param lastOk the last of them
 * @param lastNewOk the last of them that opened a connection of its own; one that was open before
 *     goes on as long as nobody closes it
 * @param denied calls with it that were denied since
 * @param others the callers besides it of whom a call was denied since, in the order of the lanes
 */
record LabFigures(
        Optional<Moment> since,
        int okAfter,
        Optional<Instant> lastOk,
        Optional<Instant> lastNewOk,
        int denied,
        List<String> others) {
    /** A moment is seen a little after it was; the calls know better. */
    private static final Duration SEEN_LATE = Duration.ofSeconds(1);

    static LabFigures of(LabSnapshot lab, String who) {
        Optional<Moment> since =
                lab.moments().stream()
                        .filter(moment -> moment.takesAway() && moment.who().equals(who))
                        .max(Comparator.comparing(Moment::at));
        if (since.isEmpty()) {
            return new LabFigures(since, 0, Optional.empty(), Optional.empty(), 0, List.of());
        }
        Instant begin = since.get().at().minus(SEEN_LATE);
        List<Call> after = lab.calls().stream().filter(call -> !call.at().isBefore(begin)).toList();
        Predicate<Call> concerns = call -> lab.laneOf(call).concerns(who);
        List<Call> wrong = after.stream().filter(concerns).filter(Call::wrong).toList();
        return new LabFigures(
                since,
                wrong.size(),
                last(wrong),
                last(wrong.stream().filter(call -> lab.laneOf(call).way() != Way.STREAM).toList()),
                (int) after.stream().filter(concerns).filter(call -> !call.ok()).count(),
                others(lab, after, who));
    }

    private static Optional<Instant> last(List<Call> calls) {
        return calls.stream().map(Call::at).max(Comparator.naturalOrder());
    }

    private static List<String> others(LabSnapshot lab, List<Call> after, String who) {
        List<String> hit =
                after.stream()
                        .filter(call -> !call.ok())
                        .map(call -> lab.laneOf(call).from())
                        .distinct()
                        .toList();
        return lab.members().stream().filter(one -> hit.contains(one) && !one.equals(who)).toList();
    }

    /** How long it went on, by the last call that went through. */
    Optional<Duration> toLastOk() {
        return since.flatMap(moment -> lastOk.map(last -> between(moment, last)));
    }

    /** The same by the last one that opened a connection. */
    Optional<Duration> toLastNewOk() {
        return since.flatMap(moment -> lastNewOk.map(last -> between(moment, last)));
    }

    private static Duration between(Moment moment, Instant last) {
        Duration went = Duration.between(moment.at(), last);
        return went.isNegative() ? Duration.ZERO : went;
    }
}
