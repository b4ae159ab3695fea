package dev.curfew.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.containment.Strength;
import dev.curfew.containment.plan.Lever;
import dev.curfew.containment.residual.Residual;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.Proof;
import dev.curfew.containment.run.StepState;
import dev.curfew.containment.sever.RotationPhase;
import dev.curfew.containment.sighting.Sighting;
import dev.curfew.exposure.Term;
import dev.curfew.exposure.Uncovered;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.PolicyModel;
import dev.curfew.policy.PolicyWarning;
import dev.curfew.policy.Quarantine;
import dev.curfew.probe.Presented;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceTextsTest {
    private static final Texts TEXTS = Texts.ofServices();

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonSaysWhatHappenedWhyAndWhatToDo(Reason reason) {
        Explanation explanation = Explanation.of(new Failure(reason, "SUBJECT", "DETAIL"), TEXTS);
        assertThat(explanation.what()).doesNotStartWith("failure.").endsWith(".");
        assertThat(explanation.why()).doesNotStartWith("failure.").endsWith(".");
        assertThat(explanation.next()).doesNotStartWith("failure.").endsWith(".");
        assertThat(explanation.asParagraph()).doesNotContain("{0}").doesNotContain("{1}");
    }

    @Test
    void everyTermWarningAndUncoveredThingInTheSourcesHasASentenceAndNoSentenceIsUnused()
            throws IOException {
        Set<String> used = new TreeSet<>();
        collect(
                used,
                "exposure",
                Pattern.compile("Term\\.(?:adds|caps)\\(\\s*\"(\\w+)\""),
                "term.");
        collect(
                used,
                "exposure",
                Pattern.compile("(?:Term|Bound)\\.unknown\\(\\s*\"(\\w+)\""),
                "term.");
        collect(used, "exposure", Pattern.compile("ttl\\(\\s*\"(\\w+)\""), "term.");
        collect(
                used,
                "containment",
                Pattern.compile("(?:warn|Warning\\.of)\\(\\s*\"([\\w.]+)\""),
                "warning.");
        // What a gate waits for has sentences of its own.
        Set<String> ofTheGate = new TreeSet<>();
        collect(
                ofTheGate,
                "containment/sever",
                Pattern.compile("Warning\\.of\\(\\s*\"(\\w+)\""),
                "warning.");
        used.removeAll(ofTheGate);
        Set<String> known =
                ResourceBundle.getBundle("dev.curfew.text.services").keySet().stream()
                        .filter(key -> key.startsWith("warning."))
                        .collect(Collectors.toCollection(TreeSet::new));
        used.stream()
                .filter(key -> !key.endsWith("."))
                .forEach(key -> assertThat(TEXTS.has(key)).as(key).isTrue());
        // Composed or chosen by a condition in the sources.
        Set<String> composed =
                Set.of(
                        "warning.dropsBundle.RESTRICT",
                        "warning.dropsBundle.DELETE",
                        "warning.dropsBundle.DISSOCIATE",
                        "warning.evictComesBack",
                        "warning.evictReopens",
                        "warning.liftAttestsAgain",
                        "warning.liftNeedsNewProof");
        known.removeAll(used);
        known.removeAll(composed);
        assertThat(known).isEmpty();
    }

    @Test
    void everythingThatIsSaidOfAContainmentHasASentenceAndNoSentenceIsUnused() throws IOException {
        Set<String> used = new TreeSet<>();
        collect(used, "containment", Pattern.compile("Hit\\.of\\(\\s*\"(\\w+)\""), "blast.");
        collect(used, "containment", Pattern.compile(" list\\(\"(\\w+)\""), "blast.");
        collect(used, "containment", Pattern.compile("Difference\\(\\s*\"(\\w+)\""), "drift.");
        for (Lever lever : Lever.values()) {
            used.add("lever." + lever.key());
            used.add("lever." + lever.key() + ".effect");
            used.add("lever." + lever.key() + ".leaves");
        }
        for (Strength strength : Strength.values()) {
            used.add("strength." + strength.word());
            used.add("strength." + strength.word() + ".what");
            used.add("strength." + strength.word() + ".undo");
        }
        collect(
                used,
                "containment/sever",
                Pattern.compile("Warning\\.of\\(\\s*\"(\\w+)\""),
                "gate.");
        names(used, "step.", StepState.values());
        names(used, "proof.", Proof.Verdict.values());
        names(used, "containment.", ContainmentState.Phase.values());
        names(used, "residual.", Residual.Kind.values());
        names(used, "residual.", Residual.State.values());
        names(used, "sighting.", Sighting.Verdict.values());
        names(used, "signer.", Presented.Standing.values());
        names(used, "peer.", Presented.Acceptance.values());
        for (RotationPhase phase : RotationPhase.values()) {
            used.add("rotation." + phase.word());
            used.add("rotation." + phase.word() + ".is");
        }
        Set<String> known =
                ResourceBundle.getBundle("dev.curfew.text.services").keySet().stream()
                        .filter(key ->
                                key.matches(
                                        "(blast|drift|gate|lever|strength|step|proof|containment|residual|rotation|sighting|signer|peer)\\..*"))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(known).isEqualTo(used);
    }

    private static void names(Set<String> into, String prefix, Enum<?>[] values) {
        for (Enum<?> value : values) {
            into.add(prefix + value.name());
        }
    }

    @Test
    void everySentenceOfATermIsThatOfAWordInTheSources() throws IOException {
        Set<String> words = new TreeSet<>();
        collect(words, "exposure", Pattern.compile("\"(\\w+)\""), "");
        assertThat(keys("term."))
                .allSatisfy(key ->
                        assertThat(
                                        words.contains(key)
                                                || words.contains(key.replaceFirst("Default$", "")))
                                .as(key)
                                .isTrue());
    }

    @Test
    void everythingThatCanBeLeftOpenHasASentenceAndEverySentenceIsOfSuchAThing() {
        assertThat(keys("notCovered."))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Uncovered.values()).map(Uncovered::key).toList());
    }

    @Test
    void everyDangerOfAPolicyBackendGapOfAQuarantineAndPartOfAModelHasASentence() {
        assertThat(keys("policy."))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(
                                        Arrays.stream(PolicyWarning.values())
                                                .map(PolicyWarning::textKey),
                                        Arrays.stream(Quarantine.Gap.values())
                                                .map(Quarantine.Gap::textKey),
                                        Arrays.stream(PolicyModel.Part.Kind.values())
                                                .map(kind -> "policy.part." + kind))
                                .flatMap(keys -> keys)
                                .map(key -> key.substring("policy.".length()))
                                .toList());
    }

    @Test
    void everySourceOfATermHasAWord() {
        assertThat(keys("source."))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Term.Source.values()).map(Enum::name).toList());
    }

    private static Set<String> keys(String prefix) {
        return ResourceBundle.getBundle("dev.curfew.text.services").keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void collect(Set<String> into, String folder, Pattern pattern, String prefix)
            throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/curfew", folder))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher matcher = pattern.matcher(Files.readString(file));
                while (matcher.find()) {
                    into.add(prefix + matcher.group(1));
                }
            }
        }
    }
}
