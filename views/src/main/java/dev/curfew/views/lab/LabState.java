package dev.curfew.views.lab;

import dev.curfew.views.lab.LabSnapshot.Credential;
import dev.curfew.views.lab.LabSnapshot.Kind;
import dev.curfew.views.lab.LabSnapshot.Moment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the lab's screen shows.
 *
 * @param lab what the lab has seen
 * @param now the moment that is shown
 * @param held whether the picture stands still; the lab goes on
 * @param chosen who is to be followed; empty for whoever was hit last
 * @param followed who is followed; empty while nobody acts
 * @param figures about that one
 */
record LabState(
        LabSnapshot lab,
        Instant now,
        boolean held,
        Optional<String> chosen,
        String followed,
        LabFigures figures) {

    static LabState of(LabSnapshot lab, Instant now, boolean held, Optional<String> chosen) {
        String followed = chosen.orElseGet(() -> hitLast(lab));
        return new LabState(lab, now, held, chosen, followed, LabFigures.of(lab, followed));
    }

    /** Whoever lost something last; several at once in the order of the lanes. */
    private static String hitLast(LabSnapshot lab) {
        List<String> members = lab.members();
        Optional<Moment> last =
                lab.moments().stream()
                        .filter(Moment::takesAway)
                        .max((a, b) -> {
                            int byTime = a.at().compareTo(b.at());
                            return byTime != 0
                                    ? byTime
                                    : members.indexOf(b.who()) - members.indexOf(a.who());
                        });
        return last.map(Moment::who).orElse(members.isEmpty() ? "" : members.getFirst());
    }

    /** What happened to the one that is followed. */
    List<Moment> moments() {
        return lab.moments().stream().filter(moment -> moment.who().equals(followed)).toList();
    }

    /** What it held of a kind. */
    List<Credential> held(Kind kind) {
        return lab.credentials().stream()
                .filter(one -> one.holder().equals(followed) && one.kind() == kind)
                .toList();
    }
}
