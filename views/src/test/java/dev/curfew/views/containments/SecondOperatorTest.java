package dev.curfew.views.containments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.SecretRef;
import dev.curfew.containment.approval.Approvers;
import dev.curfew.containment.approval.SecondApproval;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.PlanFile;
import dev.curfew.evidence.SigningKey;
import dev.curfew.evidence.SigningKeyFile;
import dev.curfew.outcome.Outcome;
import dev.curfew.views.testing.Fx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.RadioButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sever with the word of a second operator in place of the typed phrase. */
class SecondOperatorTest {
    private static final SecretRef PASSPHRASE = new SecretRef.EnvironmentVariable("TEST");

    @TempDir Path folder;

    private SigningKey key(ContainLab lab) {
        Path file = folder.resolve("key.p12");
        value(
                new SigningKeyFile((_, _) -> Outcome.ok("long enough".toCharArray()), lab.clock)
                        .create(file, PASSPHRASE));
        return value(
                SigningKey.open(
                        file, PASSPHRASE, (_, _) -> Outcome.ok("long enough".toCharArray())));
    }

    private static <T> T value(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Ok<T>(var value) -> value;
            case Outcome.Failed<T>(var why) -> throw new AssertionError(why);
        };
    }

    @Test
    void anApprovalOfTheSavedPlanStandsForTheTypedPhrase() {
        Path file = folder.resolve("plan.json");
        Path approval = folder.resolve("approval.json");
        Fx.run(() -> {
            try (ContainLab lab = new ContainLab()) {
                lab.armed().planning(ContainLab.TARGET);
                lab.find("contain-strength-sever", RadioButton.class).fire();
                assertThat(lab.shows("contain-approval")).isFalse();
                lab.dialogs.willChoose(Optional.of(file));
                lab.press("contain-save");
                SigningKey key = key(lab);
                ContainmentPlan saved = value(PlanFile.read(file));
                write(
                        approval,
                        SecondApproval.sign(saved, key, "petra", lab.clock.instant()).json());
                lab.go(new Address.SavedPlan(file));
                lab.dialogs.willChoose(Optional.of(approval));

                lab.press("contain-approval");

                assertThat(lab.dialogs.told().getLast().text()).contains("is no approver's here");
                assertThat(lab.why("contain-run")).isEqualTo("Type sever acme.test first.");

                String thumbprint = key.publicKey().thumbprint();
                lab.approvers = new Approvers(Map.of(thumbprint, "petra"));
                lab.press("contain-approval");
                lab.tick();
                assertThat(lab.words()).contains("Approved by petra (key " + thumbprint + ")");
                assertThat(lab.why("contain-run")).isEmpty();
            }
        });
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
