package dev.curfew.views.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.estate.Estate;
import dev.curfew.estate.Notable;
import dev.curfew.estate.Notables;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.screens.DirectFxThread;
import dev.curfew.views.screens.LabEstate;
import dev.curfew.views.testing.InlineTasks;
import dev.curfew.views.testing.ManualTasks;
import dev.curfew.views.testing.TestUi;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OverviewViewModelTest {
    private final EstateModel estate = new EstateModel(new DirectFxThread());

    private void feed(Estate known) {
        estate.feed().accept(known);
    }

    @Test
    void reportsTheChosenConnection() {
        OverviewViewModel model = new OverviewViewModel(estate, new InlineTasks(), TestUi.CLOCK);
        model.attached();
        assertThat(model.reportProperty().get()).isEmpty();
        feed(LabEstate.estate());
        assertThat(model.reportProperty().get())
                .hasValueSatisfying(report -> {
                    assertThat(report.server().name()).isEqualTo(LabEstate.ACME);
                    assertThat(report.figures().nodes())
                            .isEqualTo(report.server().nodes().value().size());
                    assertThat(report.horizon().marks()).hasSize(6);
                    assertThat(report.entriesKnown()).isTrue();
                });
        estate.choose(LabEstate.PARTNER);
        assertThat(model.reportProperty().get().orElseThrow().server().name())
                .isEqualTo(LabEstate.PARTNER);
        feed(Estate.EMPTY);
        assertThat(model.reportProperty().get()).isEmpty();
    }

    @Test
    void figuresAreWhatTheirQueriesFind() {
        var server = LabEstate.estate().servers().getFirst();
        OverviewReport report = OverviewReport.of(server, TestUi.NOW);
        assertThat(report.figures().workloads()).isEqualTo(entries(report, "alias:false"));
        assertThat(report.figures().shared()).isEqualTo(entries(report, "shared:true"));
        assertThat(report.figures().orphaned()).isEqualTo(entries(report, "orphan:true"));
        assertThat(report.figures().banned() + report.figures().stale())
                .isEqualTo(
                        Notables.count(
                                Notable.Place.NODES, server, "state:banned,stale", TestUi.NOW));
    }

    private static int entries(OverviewReport report, String query) {
        return Notables.count(Notable.Place.ENTRIES, report.server(), query, TestUi.NOW);
    }

    @Test
    void newDataDuringAReportMakeOneMoreOfTheNewest() {
        ManualTasks tasks = new ManualTasks();
        OverviewViewModel model = new OverviewViewModel(estate, tasks, TestUi.CLOCK);
        model.attached();
        feed(LabEstate.estate());
        feed(Estate.EMPTY);
        feed(LabEstate.estate());
        assertThat(tasks.waiting()).isEqualTo(1);
        tasks.runNext();
        assertThat(tasks.waiting()).isEqualTo(1);
        tasks.runNext();
        assertThat(tasks.waiting()).isZero();
        assertThat(model.reportProperty().get().map(report -> report.server().name()))
                .isEqualTo(Optional.of(LabEstate.ACME));
    }
}
