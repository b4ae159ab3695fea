package dev.curfew.views.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.GrantGraph;
import dev.curfew.delegation.Party;
import dev.curfew.views.graph.Arrow;
import dev.curfew.views.graph.Arrow.Verdict;
import dev.curfew.views.graph.Box;
import dev.curfew.views.graph.Chip;
import dev.curfew.views.graph.Chip.Change;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.testing.InlineTasks;
import dev.curfew.views.testing.TestUi;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrantPictureTest {
    private static final PictureRequest NOW = PictureRequest.at(Acme.NOW);

    private final PartyWords words = new PartyWords(TestUi.with(new InlineTasks()));

    private Folded picture(PictureRequest request) {
        return GrantPicture.of(Acme.judged(), request, words);
    }

    private Folded picture(List<Grant> grants, PictureRequest request) {
        return GrantPicture.of(
                new GrantSnapshot(GrantGraph.of(grants), "test", Acme.NOW), request, words);
    }

    private static Arrow arrow(Folded folded, Party from, Party to) {
        return folded.picture().arrow(Folded.arrow(Folds.idOf(from), Folds.idOf(to))).orElseThrow();
    }

    private static Box box(Folded folded, Party party) {
        return folded.picture().box(Folds.idOf(party)).orElseThrow();
    }

    @Test
    void chipsSayWhatIsNarrowerAndWhatIsWider() {
        Folded folded = picture(NOW);
        assertThat(arrow(folded, Acme.PLANNER, Acme.RESEARCHER).chips())
                .containsExactly(
                        new Chip("repo:read", Change.NARROWS), new Chip("search", Change.NARROWS));
        Arrow wide = arrow(folded, Acme.RESEARCHER, Acme.GITHUB);
        assertThat(wide.verdict()).isEqualTo(Verdict.WIDENS);
        assertThat(wide.chips())
                .containsExactly(new Chip("repo:write", Change.WIDENS), new Chip("repo:read"));
        Arrow forbidden = arrow(folded, Acme.RESEARCHER, Acme.DEPLOYER);
        assertThat(forbidden.verdict()).isEqualTo(Verdict.FORBIDDEN);
        assertThat(forbidden.chips()).containsExactly(new Chip("search", Change.FORBIDDEN));
    }

    @Test
    void whatHasEndedIsDashedAndItsHolderIsQuiet() {
        Folded folded = picture(NOW);
        assertThat(arrow(folded, Acme.PLANNER, Acme.DRAFTER).ended()).isTrue();
        assertThat(box(folded, Acme.DRAFTER).tone()).isEqualTo(Tone.MUTED);
        assertThat(box(folded, Acme.DRAFTER).note()).isEqualTo("AI agent, no grant");
        assertThat(folded.alive()).isEqualTo(15);
        assertThat(folded.ended()).isEqualTo(1);
        assertThat(folded.forbidden()).isEqualTo(1);
    }

    @Test
    void aLaterMomentShowsWhatIsAliveThen() {
        PictureRequest later = PictureRequest.at(Acme.NOW.plus(Duration.ofMinutes(15)));
        Folded folded = picture(later);
        assertThat(arrow(folded, Acme.RESEARCHER, Acme.BROWSER).ended()).isTrue();
        assertThat(arrow(folded, Acme.INVOICES, Acme.QUOTER).ended()).isTrue();
        // Its own time is not up, but what it was made from is.
        assertThat(arrow(folded, Acme.QUOTER, Acme.TARIFFS).ended()).isTrue();
        assertThat(folded.alive()).isEqualTo(12);
    }

    @Test
    void anotherTrustDomainHasABorderAndTheHomeOneHasNone() {
        Folded folded = picture(NOW);
        assertThat(box(folded, Acme.QUOTER).border()).contains("partner.test");
        assertThat(box(folded, Acme.PLANNER).border()).isEmpty();
    }

    @Test
    void aChangeIsMarkedOnTheSamePicture() {
        Folded before = picture(NOW);
        Folded after = picture(NOW.at(Acme.NOW, Set.of("g2", "g3", "g4", "g6")));
        assertThat(after.boxes()).isEqualTo(before.boxes());
        assertThat(arrow(after, Acme.PLANNER, Acme.RESEARCHER).removed()).isTrue();
        assertThat(arrow(after, Acme.ANALYST, Acme.PLANNER).removed()).isFalse();
    }

    @Test
    void withTooManyThoseWithTheSameNeighboursAreFoldedFirst() {
        Folded folded = picture(Acme.many(1_000), NOW);
        // Ten tools, each with a hundred agents, below one planner and one person.
        assertThat(folded.picture().boxes()).hasSize(22);
        assertThat(folded.picture().boxes().stream().filter(Box::isFolded).map(Box::stands))
                .containsExactly(100, 100, 100, 100, 100, 100, 100, 100, 100, 100);
        assertThat(folded.alive()).isEqualTo(2_001);
    }

    @Test
    void aFoldOpensAndOneCanStandAlone() {
        List<Grant> many = Acme.many(1_000);
        Folded folded = picture(many, NOW);
        String fold = folded.box(Acme.agent("worker-0")).orElseThrow();
        Folded open = picture(many, NOW.unfolding(Set.of(fold), Set.of()));
        assertThat(open.picture().boxes()).hasSize(121);
        assertThat(open.party(open.box(Acme.agent("worker-10")).orElseThrow()))
                .contains(Acme.agent("worker-10"));
        Folded single = picture(many, NOW.unfolding(Set.of(), Set.of(Acme.agent("worker-7"))));
        assertThat(single.picture().boxes()).hasSize(23);
        assertThat(single.picture().boxes().stream().filter(Box::isFolded).map(Box::stands))
                .contains(99);
    }

    @Test
    void neverMoreThanAPersonCanReadWhereKindsAreFew() {
        List<Grant> chains = new java.util.ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            Party user = Party.user("user-" + i);
            Party agent = Acme.agent("agent-" + i);
            chains.add(Acme.delegation("a" + i, "", user, agent, Acme.hours(1), "search"));
            chains.add(
                    Acme.uses(
                            "b" + i, "a" + i, agent, Party.tool("t" + i), Acme.hours(1), "search"));
        }
        Folded folded = picture(chains, NOW);
        assertThat(folded.picture().boxes()).hasSize(3);
        assertThat(folded.picture().arrows()).hasSize(2);
        assertThat(folded.isFolded()).isTrue();
    }

    @Test
    void aPartOfItHoldsTheGrantsWithinIt() {
        Folded part = picture(NOW.showing(Set.of(Acme.RESEARCHER, Acme.GITHUB, Acme.PLANNER)));
        assertThat(part.picture().boxes()).hasSize(3);
        assertThat(part.picture().arrows()).hasSize(2);
        assertThat(part.box(Acme.DEPLOYER)).isEqualTo(Optional.empty());
    }
}
