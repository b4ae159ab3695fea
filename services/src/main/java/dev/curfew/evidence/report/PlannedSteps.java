package dev.curfew.evidence.report;

import dev.curfew.evidence.timeline.RecordedJson;
import dev.curfew.evidence.timeline.Timeline;
import dev.curfew.store.JournalEntry.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/** The steps of a containment as its plan names them; none for an ordinary action. Pure. */
record PlannedSteps(List<Step> steps) {
    private static final int MOST_TITLES = 5;

    PlannedSteps {
        steps = List.copyOf(steps);
    }

    /**
     * @param lever as it is called in plans, such as {@code DELETE_ENTRIES}
     * @param items titles of what it concerns, the first few
     */
    record Step(String number, String lever, String items) {}

    static PlannedSteps of(Timeline timeline) {
        List<Step> steps = new ArrayList<>();
        timeline.of("").stream()
                .filter(event -> event.phase() == Phase.PLANNED)
                .findFirst()
                .map(event -> RecordedJson.read(event.record().entry().sent()).path("steps"))
                .ifPresent(array -> array.values().forEach(step -> steps.add(step(step))));
        return new PlannedSteps(steps);
    }

    private static Step step(JsonNode step) {
        StringJoiner titles = new StringJoiner(", ");
        List<JsonNode> items = List.copyOf(step.path("items").values());
        items.stream()
                .limit(MOST_TITLES)
                .forEach(item -> titles.add(RecordedJson.text(item, "title", "key")));
        if (items.size() > MOST_TITLES) {
            titles.add("+" + (items.size() - MOST_TITLES));
        }
        return new Step(
                step.path("number").asString(""),
                RecordedJson.text(step, "lever"),
                titles.toString());
    }

    Optional<Step> find(String number) {
        return steps.stream().filter(step -> step.number().equals(number)).findFirst();
    }

    /** Those of which no record tells. */
    List<Step> notIn(List<String> parts) {
        return steps.stream().filter(step -> !parts.contains(step.number())).toList();
    }
}
