package dev.curfew.evidence.report;

import dev.curfew.evidence.timeline.RecordedJson;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalRecord;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Title, and what it was about. */
final class AboutSection {
    private static final float LABEL = 96;
    private static final int LONGEST = 1_000;

    private final Sheet sheet;
    private final Words words;

    AboutSection(Sheet sheet, Words words) {
        this.sheet = sheet;
        this.words = words;
    }

    void write(ReportFacts facts) throws IOException {
        Optional<JournalEntry> headline = facts.headline();
        sheet.paragraph(words.text("report.title", title(headline)), Letters.TITLE, 0);
        sheet.down(2);
        sheet.paragraph(
                words.text(
                        "report.subtitle",
                        facts.pack(),
                        Words.second(facts.seal().at()),
                        Cut.to(120, facts.exporter()),
                        facts.curfew()),
                Letters.CAPTION,
                0);
        sheet.down(6);
        sheet.rule(Ink.LINE);
        sheet.heading(words.text("about.heading"));
        if (headline.isPresent()) {
            who(headline.get(), facts.planned());
        }
        fact("about.secondOperator", secondOperator(facts));
        fact("about.operation", facts.operation());
        fact("about.planned", facts.planned().map(r -> Words.time(r.at())).orElse(""));
        fact("about.ended", ended(facts));
    }

    private String title(Optional<JournalEntry> headline) {
        return headline.map(entry -> Cut.to(60, entry.action()))
                .orElseGet(() -> words.text("about.allWithheld"));
    }

    private void who(JournalEntry entry, Optional<JournalRecord> planned) throws IOException {
        fact("about.target", entry.subject());
        fact("about.connection", entry.connection());
        strength(planned);
        fact("about.incident", entry.incident());
        fact("about.reason", entry.reason());
        fact("about.operator", entry.operator());
    }

    private static String secondOperator(ReportFacts facts) {
        return facts.records().stream()
                .map(record -> RecordedJson.read(record.entry().received()))
                .filter(json -> json.path("type").asString("").equals("approved"))
                .map(json -> RecordedJson.text(json, "by"))
                .findFirst()
                .orElse("");
    }

    private String ended(ReportFacts facts) {
        return facts.ended()
                .map(record ->
                        words.text(
                                "about.endedAt",
                                words.phase(record.entry().phase()),
                                Words.time(record.at())))
                .orElseGet(() -> words.text("about.notEnded"));
    }

    private void strength(Optional<JournalRecord> planned) throws IOException {
        if (planned.isPresent()) {
            JsonNode request = RecordedJson.read(planned.get().entry().sent()).path("request");
            String strength = RecordedJson.text(request, "strength");
            fact("about.strength", strength.isEmpty() ? "" : words.strength(strength));
        }
    }

    private void fact(String key, String value) throws IOException {
        if (value.isEmpty()) {
            return;
        }
        String label = words.text(key);
        boolean first = true;
        for (String line : sheet.lines(Cut.to(LONGEST, value), Letters.BODY, Sheet.WIDTH - LABEL)) {
            sheet.need(Letters.BODY.leading());
            sheet.down(Letters.BODY.leading());
            if (first) {
                sheet.write(label, Letters.QUIET, Sheet.LEFT, sheet.y());
            }
            sheet.write(line, Letters.BODY, Sheet.LEFT + LABEL, sheet.y());
            first = false;
        }
    }
}
