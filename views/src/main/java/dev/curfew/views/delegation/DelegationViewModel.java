package dev.curfew.views.delegation;

import dev.curfew.containment.plan.PlanEffect;
import dev.curfew.delegation.ChokePoint;
import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Grant.State;
import dev.curfew.delegation.GrantGraph;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.PlannedCut;
import dev.curfew.views.graph.GraphLayout;
import dev.curfew.views.graph.Placement;
import dev.curfew.views.graph.Sizes;
import dev.curfew.views.kit.Tasks;
import dev.curfew.views.kit.Tasks.Running;
import dev.curfew.views.kit.Ui;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From what is fed to a placed picture: folds and lays out away from the JavaFX thread. */
public final class DelegationViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(DelegationViewModel.class);
    private static final int MOST_CHOKE_POINTS = 8;

    private final ObservableValue<Optional<GrantSnapshot>> feed;
    private final Supplier<List<Grant>> spire;
    private final GraphLayout layout;
    private final Ui ui;
    private final PartyWords words;
    private final ReadOnlyObjectWrapper<DelegationState> state =
            new ReadOnlyObjectWrapper<>(DelegationState.NONE);
    private PictureRequest request = PictureRequest.at(Instant.EPOCH);
    private Duration after = Duration.ZERO;
    private Optional<PlanEffect> plan = Optional.empty();
    private boolean afterPlan;
    private boolean withChains;
    private Running running = Running.NONE;

    /**
     * @param spire SPIRE's own chains as they are known now; any thread, and it may take a moment
     */
    public DelegationViewModel(
            ObservableValue<Optional<GrantSnapshot>> feed,
            Supplier<List<Grant>> spire,
            GraphLayout layout,
            Ui ui) {
        this.spire = spire;
        this.feed = feed;
        this.layout = layout;
        this.ui = ui;
        words = new PartyWords(ui);
    }

    public ReadOnlyObjectProperty<DelegationState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public Subscription attached() {
        Subscription fed = feed.subscribe(now -> refresh());
        return () -> {
            fed.unsubscribe();
            running.cancel();
        };
    }

    /** What is alive this long from now. */
    public void setAfter(Duration newAfter) {
        after = newAfter;
        refresh();
    }

    public Duration after() {
        return after;
    }

    /** Shows everyone again, or one with those beside it. */
    public void showOnly(Set<Party> parties) {
        request = request.showing(parties);
        refresh();
    }

    public Set<Party> only() {
        return request.only();
    }

    /** Shows, besides what is shown, whoever gives to this party or is given something by it. */
    public void expand(Party party) {
        if (!request.only().isEmpty()) {
            Set<Party> more = new HashSet<>(request.only());
            more.addAll(besides(party));
            showOnly(more);
        }
    }

    /** One and whoever gives to it or is given something by it. */
    public Set<Party> besides(Party party) {
        Set<Party> found = new LinkedHashSet<>(Set.of(party));
        graph().from(party).stream()
                .filter(GrantPicture::isDrawn)
                .forEach(grant -> found.add(grant.to()));
        graph().to(party).stream()
                .filter(GrantPicture::isDrawn)
                .forEach(grant -> found.add(grant.from()));
        return found;
    }

    /** Opens a fold. */
    public void unfold(String box) {
        Set<String> open = new HashSet<>(request.unfolded());
        open.add(box);
        request = request.unfolding(open, request.single());
        refresh();
    }

    /** As it was in the beginning. */
    public void foldAll() {
        request = request.unfolding(Set.of(), Set.of());
        refresh();
    }

    public boolean isUnfolded() {
        return !request.unfolded().isEmpty() || !request.single().isEmpty();
    }

    /** Takes parties out of their folds, so that each stands by itself. */
    public void single(Set<Party> parties) {
        Set<Party> all = new HashSet<>(request.single());
        if (all.addAll(parties)) {
            request = request.unfolding(request.unfolded(), all);
            refresh();
        }
    }

    /** Shows what a change would end, on the same picture; empty: as it is. */
    public void preview(Set<String> grantIds) {
        request = request.at(request.at(), grantIds);
        refresh();
    }

    /**
     * Shows what a plan would do, on the same picture; without one, as it is.
     *
     * @param nowAfter whether as it would be then
     */
    void plan(Optional<PlanEffect> effect, boolean nowAfter) {
        plan = effect;
        afterPlan = nowAfter;
        request = request.at(request.at(), Set.of());
        refresh();
    }

    /** Draws SPIRE's own chains too, apart from the grants. */
    void showChains(boolean shown) {
        withChains = shown;
        refresh();
    }

    boolean showsChains() {
        return withChains;
    }

    /** What ends with a grant: itself, and all that was made from it. */
    public Set<String> endsWith(Grant grant) {
        Set<String> ids = new LinkedHashSet<>(Set.of(grant.id()));
        graph().below(grant.id()).forEach(below -> ids.add(below.id()));
        return ids;
    }

    /** Whose name, ID or type has this in it; at most {@code most}, in the picture's order. */
    public List<Party> find(String text, int most) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<Party> found = new ArrayList<>();
        Set<Party> seen = new HashSet<>();
        for (DelegationState.Row row : state.get().lines()) {
            for (Party party : List.of(row.grant().from(), row.grant().to())) {
                if (found.size() < most
                        && seen.add(party)
                        && party.display().toLowerCase(Locale.ROOT).contains(wanted)) {
                    found.add(party);
                }
            }
        }
        return found;
    }

    /** The fewest grants from one to the other among those that count at the shown time. */
    public void way(Party from, Party to, Consumer<List<Grant>> found) {
        Instant at = state.get().at();
        GrantGraph graph = graph();
        ui.tasks()
                .start(
                        "delegation.way",
                        () -> graph.at(at).shortestWay(from, to),
                        found,
                        this::crashed);
    }

    /** Whom one would cut to cut off most, at the shown time. */
    public void chokePoints(Consumer<List<ChokePoint>> found) {
        Instant at = state.get().at();
        GrantGraph graph = graph();
        ui.tasks()
                .start(
                        "delegation.chokePoints",
                        () -> graph.at(at).chokePoints().stream().limit(MOST_CHOKE_POINTS).toList(),
                        found,
                        this::crashed);
    }

    GrantGraph graph() {
        return state.get().snapshot().map(GrantSnapshot::grants).orElse(GrantGraph.EMPTY);
    }

    private void refresh() {
        running.cancel();
        Optional<GrantSnapshot> fed = feed.getValue();
        if (fed.isEmpty()) {
            state.set(DelegationState.NONE);
            return;
        }
        request = request.at(ui.ages().now().plus(after), request.removed());
        PictureRequest asked = request;
        Optional<PlanEffect> effect = plan;
        boolean then = afterPlan;
        boolean chains = withChains;
        Placement before = state.get().placement();
        running =
                ui.tasks()
                        .startShown(
                                ui.text("delegation.placing"),
                                progress ->
                                        made(
                                                fed.get(),
                                                asked,
                                                effect.map(one ->
                                                        planned(one, then, fed.get(), asked)),
                                                chains ? spire.get() : List.of(),
                                                before,
                                                progress),
                                state::set,
                                this::crashed);
    }

    private static PlannedPicture planned(
            PlanEffect effect, boolean then, GrantSnapshot snapshot, PictureRequest asked) {
        PlannedCut cut = PlannedCut.of(snapshot.grants(), effect.changes(), asked.at());
        return new PlannedPicture(effect, cut, then);
    }

    /**
     * @param read as things are; what a plan puts back is drawn as it would be then
     */
    private DelegationState made(
            GrantSnapshot read,
            PictureRequest wanted,
            Optional<PlannedPicture> planned,
            List<Grant> chains,
            Placement before,
            Tasks.Progress progress)
            throws InterruptedException {
        GrantSnapshot snapshot =
                planned.filter(PlannedPicture::after)
                        .map(one ->
                                read.with(
                                        PlannedCut.putBack(read.grants(), one.effect().changes())))
                        .orElse(read);
        PictureRequest asked = planned.map(one -> wanted.planned(PlanMarks.of(one))).orElse(wanted);
        Folded folded = GrantPicture.of(snapshot, asked, chains, words);
        Placement placed =
                hasSameShape(folded, before)
                        ? before.dressed(folded.picture())
                        : layout.place(
                                folded.picture(),
                                Sizes.USUAL,
                                Optional.of(before).filter(old -> !old.isEmpty()),
                                progress);
        return new DelegationState(
                Optional.of(snapshot),
                asked.at(),
                folded,
                placed,
                rows(snapshot, asked),
                chainRows(folded, asked),
                asked.removed(),
                planned);
    }

    private static boolean hasSameShape(Folded folded, Placement before) {
        return folded.picture().boxes().stream().allMatch(box -> before.has(box.id()))
                && folded.picture().size() == before.spots().size()
                && folded.picture().arrows().stream()
                        .allMatch(arrow ->
                                before.picture()
                                        .arrow(arrow.id())
                                        .filter(old -> old.chips().size() == arrow.chips().size())
                                        .isPresent())
                && folded.picture().arrows().size() == before.routes().size();
    }

    private static List<DelegationState.Row> chainRows(Folded folded, PictureRequest asked) {
        List<State> states = GrantGraph.of(folded.layer()).states(asked.at());
        List<DelegationState.Row> rows = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            rows.add(
                    new DelegationState.Row(
                            folded.layer().get(i),
                            states.get(i),
                            false,
                            false,
                            DelegationState.Then.SAME));
        }
        return List.copyOf(rows);
    }

    private static List<DelegationState.Row> rows(GrantSnapshot snapshot, PictureRequest asked) {
        List<State> states = snapshot.grants().states(asked.at());
        List<DelegationState.Row> rows = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            Grant grant = snapshot.grants().grants().get(i);
            boolean shown =
                    asked.only().isEmpty()
                            || (asked.only().contains(grant.from())
                                    && asked.only().contains(grant.to()));
            if (GrantPicture.isDrawn(grant) && shown) {
                rows.add(
                        new DelegationState.Row(
                                grant,
                                states.get(i),
                                snapshot.forbidden().contains(grant.id()),
                                !ScopeChips.beyondParent(grant, snapshot.grants()).isEmpty(),
                                asked.plan().then(grant)));
            }
        }
        return List.copyOf(rows);
    }

    private void crashed(Throwable bug) {
        if (!(bug instanceof InterruptedException)) {
            LOG.error("The delegation graph could not be drawn", bug);
        }
    }
}
