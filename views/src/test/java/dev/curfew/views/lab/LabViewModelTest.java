package dev.curfew.views.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.views.testing.InlineTasks;
import dev.curfew.views.testing.ManualFxThread;
import dev.curfew.views.testing.TestUi;
import java.time.Duration;
import java.util.Optional;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;

class LabViewModelTest {
    private final FakeLab lab = new FakeLab(Incident.quiet());
    private final ManualFxThread fx = new ManualFxThread();
    private final LabViewModel model =
            new LabViewModel(
                    lab,
                    fx,
                    new InlineTasks(),
                    TestUi.CLOCK,
                    crash -> {
                        throw new AssertionError(crash);
                    });

    private LabState state() {
        return model.stateProperty().get();
    }

    private void seen(LabSnapshot snapshot) {
        lab.now = snapshot;
        lab.watching.forEach(listener -> listener.accept(snapshot));
        fx.pass(Duration.ofSeconds(1));
    }

    @Test
    void showsEachCallWhileItIsAttached() {
        Subscription attached = model.attached();
        assertThat(state().lab()).isEqualTo(Incident.quiet());

        seen(Incident.deleted());
        assertThat(state().lab()).isEqualTo(Incident.deleted());
        assertThat(state().now()).isEqualTo(TestUi.NOW);

        attached.unsubscribe();
        assertThat(lab.watching).isEmpty();
    }

    @Test
    void followsWhoeverWasHitLastUnlessOneIsChosen() {
        model.attached();
        assertThat(state().followed()).isEqualTo(Incident.AGENT);
        assertThat(state().figures().since()).isEmpty();

        seen(Incident.deleted());
        assertThat(state().followed()).isEqualTo(Incident.AGENT);
        assertThat(state().figures().okAfter()).isPositive();

        model.follow(Optional.of(Incident.OTHER));
        assertThat(state().followed()).isEqualTo(Incident.OTHER);
        assertThat(state().figures().since()).isEmpty();
        model.follow(Optional.empty());
        assertThat(state().followed()).isEqualTo(Incident.AGENT);
    }

    @Test
    void holdsThePictureWhileTheLabGoesOn() {
        model.attached();
        model.hold(true);
        seen(Incident.deleted());
        assertThat(state().held()).isTrue();
        assertThat(state().lab().calls()).isEqualTo(Incident.quiet().calls());
        // Switches show what is on, also then.
        assertThat(state().lab().faults()).containsExactly(LabFault.CONTROLLER);

        model.hold(false);
        assertThat(state().held()).isFalse();
        assertThat(state().lab()).isEqualTo(Incident.deleted());
    }

    @Test
    void switchesAndShowsWhatCameOfIt() {
        model.attached();
        model.set(LabFault.HANGING, true);
        assertThat(state().lab().faults()).containsExactly(LabFault.HANGING);
        model.set(LabFault.HANGING, false);
        model.act(false);
        assertThat(state().lab().acting()).isFalse();
        model.closeStreams();

        assertThat(lab.log).containsExactly("HANGING on", "HANGING off", "stop", "close");
    }
}
