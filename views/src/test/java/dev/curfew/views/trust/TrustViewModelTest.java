package dev.curfew.views.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.estate.TrustRow;
import dev.curfew.identity.TrustBundle;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.screens.DirectFxThread;
import dev.curfew.views.screens.LabEstate;
import dev.curfew.views.table.TableContent;
import dev.curfew.views.testing.TestUi;
import io.spiffe.spiffeid.TrustDomain;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrustViewModelTest {
    private final EstateModel estate = new EstateModel(new DirectFxThread());
    private final TrustViewModel model = new TrustViewModel(estate, TestUi.CLOCK);

    @BeforeEach
    void read() {
        model.attached();
        estate.feed().accept(LabEstate.estate());
    }

    @Test
    void listsSlotsAndRelationshipsWithWhoUsesThem() {
        assertThat(model.stateProperty().get().allAuthorities())
                .extracting(TrustRow::slot)
                .contains(TrustRow.SlotName.ACTIVE, TrustRow.SlotName.OLD);
        assertThat(model.stateProperty().get().federation().rows())
                .filteredOn(row -> row.name().equals("partner.test"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.usedBy().orElse(0)).isPositive();
                    assertThat(row.earliestEnd()).isPresent();
                });
    }

    @Test
    void filtersBothListsApart() {
        model.filterAuthorities("slot:old");
        model.filterFederation("bundle:false");
        var state = model.stateProperty().get();
        assertThat(state.authorities()).isInstanceOf(TableContent.Ready.class);
        assertThat(state.authorities().rows())
                .isNotEmpty()
                .allMatch(row -> row.slot() == TrustRow.SlotName.OLD);
        assertThat(state.federation().rows())
                .singleElement()
                .satisfies(row -> assertThat(row.bundle()).isEmpty());
        assertThat(state.allFederation()).hasSizeGreaterThan(1);
    }

    @Test
    void pollsAtAQuarterOfTheHint() {
        assertThat(polled(0)).isEqualTo(Duration.ofSeconds(75));
        assertThat(polled(20)).isEqualTo(Duration.ofSeconds(15));
        assertThat(polled(3_600)).isEqualTo(Duration.ofMinutes(15));
    }

    private static Duration polled(long hint) {
        return FederationDetails.polled(
                new TrustBundle(TrustDomain.parse("partner.test"), List.of(), List.of(), hint, 1));
    }
}
