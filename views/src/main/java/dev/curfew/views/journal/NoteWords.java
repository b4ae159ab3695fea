package dev.curfew.views.journal;

import dev.curfew.delegation.check.CheckSetting;
import dev.curfew.delegation.check.KeptCheckSettings;
import dev.curfew.delegation.check.Waivers;
import dev.curfew.delegation.rules.KeptRules;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.text.Texts;
import dev.curfew.views.kit.Ui;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a change of Curfew's own settings did, as one sentence. */
final class NoteWords {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Texts SERVICES = Texts.ofServices();

    private NoteWords() {}

    /** Empty for every other record. */
    static Optional<String> sentence(JournalEntry entry, Ui ui) {
        if (!isSetting(entry)) {
            return Optional.empty();
        }
        try {
            JsonNode change = JSON.readTree(entry.sent());
            return switch (entry.action()) {
                case KeptRules.ACTION -> Optional.of(rules(change, ui));
                case KeptCheckSettings.ACTION -> Optional.of(settings(change, ui));
                case Waivers.WAIVE ->
                        Optional.of(
                                ui.text(
                                        "journal.note.waive",
                                        change.path("check").asString(),
                                        time(change, "until", ui)));
                case Waivers.END ->
                        Optional.of(
                                ui.text(
                                        "journal.note.endWaiver",
                                        change.path("check").asString(),
                                        change.path("waived_by").asString(),
                                        time(change, "until_before", ui)));
                default -> Optional.empty();
            };
        } catch (JacksonException | DateTimeException _) {
            // Then what was written is shown as it is, and nothing beside it.
            return Optional.empty();
        }
    }

    /** Whether it is about what Curfew keeps, and not about a server. */
    static boolean isSetting(JournalEntry entry) {
        return switch (entry.action()) {
            case KeptRules.ACTION, KeptCheckSettings.ACTION, Waivers.WAIVE, Waivers.END ->
                    entry.phase() == Phase.NOTE || entry.phase() == Phase.FAILED;
            default -> false;
        };
    }

    private static String rules(JsonNode change, Ui ui) {
        return ui.text(
                "journal.note.rules",
                change.path("rules").asInt(),
                ui.text(
                        change.path("default").asString().equals("forbid")
                                ? "rules.default.forbid"
                                : "rules.default.allow"),
                change.path("added_count").asInt(),
                change.path("changed_count").asInt(),
                change.path("removed_count").asInt());
    }

    private static String settings(JsonNode change, Ui ui) {
        return change.properties().stream()
                .map(one ->
                        ui.text(
                                "journal.note.setting",
                                CheckSetting.of(one.getKey())
                                        .map(known -> SERVICES.get(known.titleKey()))
                                        .orElse(one.getKey()),
                                text(one.getValue(), "before", ui),
                                text(one.getValue(), "after", ui)))
                .collect(Collectors.joining(" "));
    }

    private static String text(JsonNode change, String field, Ui ui) {
        String text = change.path(field).asString();
        return text.isEmpty() ? ui.text("checks.none") : text;
    }

    private static String time(JsonNode change, String field, Ui ui) {
        return ui.ages().full(Instant.parse(change.path(field).asString()));
    }
}
