package dev.curfew.estate;

import static dev.curfew.estate.EstateFixtures.admin;
import static dev.curfew.estate.EstateFixtures.entry;
import static dev.curfew.estate.EstateFixtures.id;
import static dev.curfew.estate.EstateFixtures.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.identity.RegistrationEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntryFindingsTest {
    private static final RegistrationEntry ADMIN =
            admin(entry("a", "/ops", "/spire/agent/one", "unix:uid:0"));
    private static final RegistrationEntry SAME_ID =
            entry("b", "/ops", "/spire/agent/one", "unix:uid:1");
    private static final RegistrationEntry ALONE =
            entry("c", "/alone", "/spire/agent/one", "unix:uid:2");
    private static final RegistrationEntry ORPHAN =
            entry("d", "/left", "/spire/agent/gone", "unix:uid:3");
    private static final RegistrationEntry BELOW = entry("e", "/below", "/alone", "unix:uid:4");

    private static final EntryIndex INDEX =
            EntryIndex.of(EntryTable.of(List.of(ADMIN, SAME_ID, ALONE, ORPHAN, BELOW)));
    private static final EntryFindings FINDINGS =
            EntryFindings.of(INDEX, List.of(node("/spire/agent/one")));

    @Test
    void entriesOfTheSameIdentityAreShared() {
        assertThat(FINDINGS.isShared(0)).isTrue();
        assertThat(FINDINGS.isShared(1)).isTrue();
        assertThat(FINDINGS.isShared(2)).isFalse();
        assertThat(FINDINGS.sharedCount()).isEqualTo(2);
    }

    @Test
    void onlyTheOneThatIsNotAdminItselfInheritsIt() {
        assertThat(FINDINGS.inheritsAdmin(0)).isFalse();
        assertThat(FINDINGS.inheritsAdmin(1)).isTrue();
        assertThat(FINDINGS.inheritsAdminCount()).isEqualTo(1);
    }

    @Test
    void anEntryWhoseParentNothingStandsForIsAnOrphan() {
        assertThat(FINDINGS.isOrphaned(3)).isTrue();
        assertThat(FINDINGS.isOrphaned(4)).isFalse();
        assertThat(FINDINGS.orphanedCount()).isEqualTo(1);
    }

    @Test
    void theIndexFindsByIdIdentityAndParent() {
        assertThat(INDEX.find("c")).contains(ALONE);
        assertThat(INDEX.find("nothing")).isEmpty();
        assertThat(INDEX.withIdentity(id("/ops"))).containsExactly(ADMIN, SAME_ID);
        assertThat(INDEX.below(id("/spire/agent/one"))).containsExactly(ADMIN, SAME_ID, ALONE);
        assertThat(INDEX.below(id("/nobody"))).isEmpty();
    }

    @Test
    void aTableGrowsWithoutTouchingTheShorterOneAndIsPatchedById() {
        EntryTable one = EntryTable.EMPTY.plus(List.of(ADMIN));
        EntryTable two = one.plus(List.of(ALONE));
        assertThat(one).containsExactly(ADMIN);
        assertThat(two).containsExactly(ADMIN, ALONE);
        RegistrationEntry changed = entry("c", "/alone", "/spire/agent/two", "unix:uid:2");
        assertThat(
                        two.patched(
                                Map.of(
                                        "a",
                                        Optional.empty(),
                                        "c",
                                        Optional.of(changed),
                                        "e",
                                        Optional.of(BELOW))))
                .containsExactly(changed, BELOW);
    }
}
