package dev.curfew.views.delegation;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Grant.Layer;
import dev.curfew.delegation.Grant.State;
import dev.curfew.delegation.GrantGraph;
import dev.curfew.delegation.IdentityChains;
import dev.curfew.delegation.Party;
import dev.curfew.icons.AppIcon;
import dev.curfew.views.graph.Arrow;
import dev.curfew.views.graph.Arrow.Verdict;
import dev.curfew.views.graph.Border;
import dev.curfew.views.graph.Box;
import dev.curfew.views.graph.Chip;
import dev.curfew.views.graph.GraphPicture;
import dev.curfew.views.kit.Tone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Makes the picture of a snapshot. Pure; for a large one not on the JavaFX thread. */
final class GrantPicture {
    private final GrantSnapshot snapshot;
    private final PictureRequest request;
    private final List<Grant> spire;
    private final PartyWords words;
    private final Set<String> dead = new HashSet<>();

    private GrantPicture(
            GrantSnapshot snapshot, PictureRequest request, List<Grant> spire, PartyWords words) {
        this.spire = spire;
        this.snapshot = snapshot;
        this.request = request;
        this.words = words;
    }

    static Folded of(GrantSnapshot snapshot, PictureRequest request, PartyWords words) {
        return of(snapshot, request, List.of(), words);
    }

    /**
     * @param spire SPIRE's own chains, of which those above whoever is drawn are drawn apart
     */
    static Folded of(
            GrantSnapshot snapshot, PictureRequest request, List<Grant> spire, PartyWords words) {
        return new GrantPicture(snapshot, request, spire, words).fold();
    }

    /** Rights, and what no mapping names: it may be one. */
    static boolean isDrawn(Grant grant) {
        return grant.kind().layer() == Layer.RIGHTS || grant.kind().layer() == Layer.UNMAPPED;
    }

    /** Whether it lets anyone do anything at that moment, as far as anyone says. */
    static boolean counts(State state) {
        return state == State.LIVE || state == State.UNKNOWN;
    }

    private Folded fold() {
        GrantGraph graph = snapshot.grants();
        List<State> states = graph.states(request.at());
        List<Grant> drawn = new ArrayList<>();
        Set<Party> parties = new LinkedHashSet<>();
        int alive = 0;
        int forbidden = 0;
        for (int i = 0; i < states.size(); i++) {
            Grant grant = graph.grants().get(i);
            if (isDrawn(grant) && isWanted(grant)) {
                drawn.add(grant);
                parties.add(grant.from());
                parties.add(grant.to());
                if (counts(states.get(i))) {
                    alive++;
                    forbidden += isForbidden(grant) ? 1 : 0;
                } else {
                    dead.add(grant.id());
                }
            }
        }
        List<Grant> layer = IdentityChains.of(spire, parties);
        List<Grant> edges = new ArrayList<>(drawn);
        edges.addAll(layer);
        Set<Party> withGrants = Set.copyOf(parties);
        layer.forEach(chain -> {
            parties.add(chain.from());
            parties.add(chain.to());
        });
        Map<String, List<Party>> boxes =
                Folds.of(parties, edges, request, PictureRequest.MOST_BOXES);
        Map<Party, String> boxOf = new HashMap<>();
        boxes.forEach((id, members) -> members.forEach(party -> boxOf.put(party, id)));
        Map<String, List<Grant>> arrows = new LinkedHashMap<>();
        for (Grant grant : drawn) {
            String from = Objects.requireNonNull(boxOf.get(grant.from()));
            String to = Objects.requireNonNull(boxOf.get(grant.to()));
            // Within a fold there is nothing to be drawn.
            if (!from.equals(to) || grant.from().equals(grant.to())) {
                arrows.computeIfAbsent(Folded.arrow(from, to), any -> new ArrayList<>()).add(grant);
            }
        }
        Map<String, List<Grant>> chains = new LinkedHashMap<>();
        for (Grant chain : layer) {
            String from = Objects.requireNonNull(boxOf.get(chain.from()));
            String to = Objects.requireNonNull(boxOf.get(chain.to()));
            if (!from.equals(to)) {
                chains.computeIfAbsent(Folded.chain(from, to), any -> new ArrayList<>()).add(chain);
            }
        }
        List<Arrow> lines = new ArrayList<>(arrows(arrows, boxOf));
        lines.addAll(chains(chains, boxOf));
        return new Folded(
                new GraphPicture(boxes(boxes, arrows, withGrants), lines, borders(parties)),
                Map.copyOf(boxes),
                Map.copyOf(arrows),
                Map.copyOf(boxOf),
                Map.copyOf(chains),
                layer,
                alive,
                drawn.size() - alive,
                forbidden);
    }

    /** And not cut by a plan that is looked at. */
    private boolean isForbidden(Grant grant) {
        return snapshot.forbidden().contains(grant.id())
                && !request.plan().removed().contains(grant.id());
    }

    private boolean isWanted(Grant grant) {
        return request.only().isEmpty()
                || (request.only().contains(grant.from()) && request.only().contains(grant.to()));
    }

    private List<Arrow> chains(Map<String, List<Grant>> chains, Map<Party, String> boxOf) {
        List<Arrow> made = new ArrayList<>();
        chains.forEach((id, links) -> {
            Grant first = links.getFirst();
            boolean ended =
                    links.stream().noneMatch(link -> link.hop().validity().countsAt(request.at()));
            made.add(
                    new Arrow(
                                    id,
                                    Objects.requireNonNull(boxOf.get(first.from())),
                                    Objects.requireNonNull(boxOf.get(first.to())),
                                    new Chip(words.chain(links, ended)))
                            .ended(ended)
                            .setAside());
        });
        return made;
    }

    private List<Box> boxes(
            Map<String, List<Party>> boxes,
            Map<String, List<Grant>> arrows,
            Set<Party> withGrants) {
        Set<Party> living = new HashSet<>();
        for (List<Grant> grants : arrows.values()) {
            for (Grant grant : grants) {
                if (!dead.contains(grant.id())) {
                    living.add(grant.from());
                    living.add(grant.to());
                }
            }
        }
        Optional<String> home = home(boxes);
        List<Box> made = new ArrayList<>();
        boxes.forEach((id, members) -> {
            Party first = members.getFirst();
            boolean alive =
                    members.size() > 1
                            || living.contains(first)
                            // It is here for SPIRE's chains alone.
                            || !withGrants.contains(first);
            Box box =
                    new Box(
                            id,
                            members.size() == 1 ? words.name(first) : words.folded(members),
                            alive ? note(members) : words.nothingAlive(first),
                            words.icon(first.kind()),
                            alive ? tone(members) : Tone.MUTED,
                            domain(first).filter(name -> !home.equals(Optional.of(name))),
                            members.size(),
                            isCritical(members));
            made.add(request.plan().after() ? then(box, members) : box);
        });
        return made;
    }

    /** As a plan would leave them: who can not act any more also has another sign. */
    private Box then(Box box, List<Party> members) {
        long stopped = members.stream().filter(request.plan().stopped()::contains).count();
        if (stopped == members.size()) {
            return box.toned(Tone.MUTED, words.stopped()).with(AppIcon.CONTAIN);
        }
        if (stopped > 0) {
            return box.toned(box.tone(), words.stopped((int) stopped, members.size()));
        }
        if (members.stream().anyMatch(one -> request.plan().unissued().contains(one.id()))) {
            return box.toned(box.tone(), words.unissued());
        }
        if (members.stream().anyMatch(request.plan().enabled()::contains)) {
            return box.toned(box.tone(), words.enabled()).with(AppIcon.RESTORE);
        }
        return members.stream().anyMatch(request.plan().remaining()::contains)
                ? box.toned(Tone.WARNING, words.remaining()).with(AppIcon.RESIDUAL)
                : box;
    }

    private String note(List<Party> members) {
        int found = members.stream().mapToInt(party -> snapshot.marks().of(party).size()).sum();
        return found == 0 ? words.note(members) : words.withFindings(words.note(members), found);
    }

    private Tone tone(List<Party> members) {
        return isCritical(members) ? Tone.DANGER : Tone.NEUTRAL;
    }

    private boolean isCritical(List<Party> members) {
        return members.stream().anyMatch(snapshot.marks()::isCritical);
    }

    private static Optional<String> domain(Party party) {
        return party.trustDomain().map(td -> td.getName());
    }

    /** The trust domain of most: it needs no frame. */
    private static Optional<String> home(Map<String, List<Party>> boxes) {
        Map<String, Integer> counts = new TreeMap<>();
        boxes.values()
                .forEach(members ->
                        members.forEach(party ->
                                domain(party)
                                        .ifPresent(name -> counts.merge(name, 1, Integer::sum))));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private List<Border> borders(Set<Party> parties) {
        return parties.stream()
                .flatMap(party -> domain(party).stream())
                .distinct()
                .map(name -> new Border(name, words.trustDomain(name)))
                .toList();
    }

    private List<Arrow> arrows(Map<String, List<Grant>> arrows, Map<Party, String> boxOf) {
        List<Arrow> made = new ArrayList<>();
        arrows.forEach((id, grants) -> {
            Grant first = grants.getFirst();
            List<Grant> living =
                    grants.stream().filter(grant -> !dead.contains(grant.id())).toList();
            List<Grant> shown = living.isEmpty() ? grants : living;
            boolean removed =
                    shown.stream().allMatch(grant -> request.removed().contains(grant.id()));
            made.add(
                    new Arrow(
                            id,
                            Objects.requireNonNull(boxOf.get(first.from())),
                            Objects.requireNonNull(boxOf.get(first.to())),
                            chips(shown),
                            verdict(shown),
                            living.isEmpty(),
                            removed,
                            false));
        });
        return made;
    }

    /** Before and after a plan they are as many, so that nothing moves in between. */
    private List<Chip> chips(List<Grant> grants) {
        List<Chip> scopes = ScopeChips.of(grants, snapshot.grants(), snapshot.marks());
        int ended =
                (int)
                        grants.stream()
                                .filter(grant -> request.plan().ended().contains(grant.id()))
                                .count();
        if (ended == 0) {
            return returning(grants, scopes);
        }
        String words = this.words.cut(request.plan().after(), ended, grants.size());
        return List.of(new Chip(words, Chip.Change.PLANNED), ScopeChips.inOne(scopes));
    }

    private List<Chip> returning(List<Grant> grants, List<Chip> scopes) {
        int back =
                (int)
                        grants.stream()
                                .filter(grant -> request.plan().returned().contains(grant.id()))
                                .count();
        if (back == 0) {
            return scopes;
        }
        String said = words.back(request.plan().after(), back, grants.size());
        return List.of(new Chip(said, Chip.Change.RETURNS), ScopeChips.inOne(scopes));
    }

    private Verdict verdict(List<Grant> grants) {
        if (grants.stream().anyMatch(grant -> snapshot.forbidden().contains(grant.id()))) {
            return Verdict.FORBIDDEN;
        }
        boolean widens =
                grants.stream()
                        .anyMatch(grant ->
                                !ScopeChips.beyondParent(grant, snapshot.grants()).isEmpty());
        return widens ? Verdict.WIDENS : Verdict.ALLOWED;
    }
}
