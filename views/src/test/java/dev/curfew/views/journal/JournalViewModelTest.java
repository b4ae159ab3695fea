package dev.curfew.views.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.containment.Unfinished;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.store.JournalRecord;
import dev.curfew.views.journal.OperationView.Undoable;
import dev.curfew.views.screens.FakeJournal;
import dev.curfew.views.testing.InlineTasks;
import dev.curfew.views.testing.TestUi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JournalViewModelTest {
    private final FakeJournal journal = new FakeJournal();
    private final List<Throwable> crashes = new ArrayList<>();
    private final JournalViewModel model =
            new JournalViewModel(
                    new JournalDesk(journal, new Unfinished(journal), "oncall-2", "the journal"),
                    new InlineTasks(),
                    crashes::add,
                    TestUi.CLOCK);

    private void write(String operation, Phase phase, int step, String action) {
        journal.append(
                new JournalEntry(
                        operation,
                        step,
                        phase,
                        "oncall-2",
                        "acme",
                        action,
                        "agent/web",
                        "",
                        "",
                        "{}",
                        ""));
    }

    private JournalState state() {
        return model.stateProperty().get();
    }

    @Test
    void readsPagesFromTheNewestToTheFirst() {
        for (int i = 0; i < JournalViewModel.PAGE + 30; i++) {
            write("op-" + i, Phase.NOTE, 0, "arm");
        }
        model.read();
        assertThat(state().loaded()).hasSize(JournalViewModel.PAGE);
        assertThat(state().loaded().getFirst().number()).isEqualTo(JournalViewModel.PAGE + 30);
        assertThat(state().atBeginning()).isFalse();
        model.readOlder();
        assertThat(state().loaded()).extracting(JournalRecord::number).hasSize(230).endsWith(1L);
        assertThat(state().atBeginning()).isTrue();
        model.readOlder();
        assertThat(state().loaded()).hasSize(230);
    }

    @Test
    void filtersWhatWasReadAndKeepsTheFilter() {
        write("a", Phase.PLANNED, 0, "delete");
        write("a", Phase.FINISHED, 0, "delete");
        model.filter("phase:planned");
        model.read();
        assertThat(state().content().rows()).hasSize(1);
        write("b", Phase.PLANNED, 0, "tighten");
        model.read();
        assertThat(state().content().rows()).hasSize(2);
        model.filter("");
        assertThat(state().content().rows()).hasSize(3);
    }

    @Test
    void anUnfinishedActionIsEndedByWhoeverLooked() {
        write("a", Phase.PLANNED, 0, "delete");
        write("a", Phase.SENDING, 1, "delete");
        model.read();
        Unfinished.Operation open = state().unfinished().getFirst();
        assertThat(open.isUncertain()).isTrue();
        model.lookedAt(open, "it is gone");
        assertThat(state().unfinished()).isEmpty();
        assertThat(state().loaded().getFirst().entry().phase()).isEqualTo(Phase.ABORTED);
        assertThat(state().loaded().getFirst().entry().received()).isEqualTo("it is gone");
    }

    @Test
    void onlyFinishedActionsThatChangedSomethingCanBeUndone() {
        write("a", Phase.PLANNED, 0, "delete");
        assertThat(undoable("a")).isEqualTo(Undoable.NOT_FINISHED);
        write("a", Phase.FINISHED, 0, "delete");
        assertThat(undoable("a")).isEqualTo(Undoable.YES);
        write("b", Phase.FINISHED, 0, "evict");
        assertThat(undoable("b")).isEqualTo(Undoable.NEVER);
        write("", Phase.NOTE, 0, "arm");
        assertThat(undoable("")).isEqualTo(Undoable.NEVER);
        model.choose(Optional.empty());
        assertThat(model.operationProperty().get()).isEmpty();
    }

    private Undoable undoable(String operation) {
        model.read();
        JournalRecord newest =
                state().loaded().stream()
                        .filter(record -> record.entry().operationId().equals(operation))
                        .findFirst()
                        .orElseThrow();
        model.choose(Optional.of(newest));
        return model.operationProperty().get().orElseThrow().undoable();
    }

    @Test
    void tellsWhetherTheChainHolds() {
        write("a", Phase.NOTE, 0, "arm");
        List<Outcome<Long>> answers = new ArrayList<>();
        model.verify("checking", answers::add);
        journal.willVerify(Outcome.failed(Reason.JOURNAL_BROKEN, "record 1", "its hash"));
        model.verify("checking", answers::add);
        assertThat(answers.getFirst()).isEqualTo(Outcome.ok(1L));
        assertThat(answers.getLast()).isInstanceOf(Outcome.Failed.class);
        assertThat(crashes).isEmpty();
    }
}
