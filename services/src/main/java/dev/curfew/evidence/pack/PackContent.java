package dev.curfew.evidence.pack;

import dev.curfew.evidence.pack.PackFacts.State;
import dev.curfew.evidence.report.ReportFacts;
import dev.curfew.evidence.report.ReportPdf;
import dev.curfew.evidence.timeline.Timeline;
import dev.curfew.evidence.timeline.TimelineJson;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.store.JournalRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/** The files of a pack but for the manifest and its signature. Pure. */
final class PackContent {
    private PackContent() {}

    /**
     * @param exporter who makes it, and {@code curfew} the version that makes it
     */
    static List<PackFile> files(PackFacts facts, String exporter, String curfew) {
        List<PackFile> files = new ArrayList<>();
        files.add(PackFile.of(PackFile.KEY, facts.seal().key().pem()));
        plan(facts.shown(), facts.operation())
                .ifPresent(plan -> files.add(PackFile.of(PackFile.PLAN, plan)));
        files.add(PackFile.of(PackFile.JOURNAL, ChainLines.write(facts.lines())));
        files.add(PackFile.of(PackFile.CHECKPOINTS, CheckpointJson.write(facts.checkpoints())));
        StateNames names = new StateNames(facts.operation());
        facts.states().forEach(state -> files.add(file(state, names)));
        Timeline timeline = Timeline.of(facts.operation(), facts.shown());
        files.add(PackFile.of(PackFile.TIMELINE, PackJson.pretty(TimelineJson.node(timeline))));
        List<Manifest.Item> items = files.stream().map(Manifest.Item::of).toList();
        files.add(
                PackFile.of(
                        PackFile.REPORT,
                        ReportPdf.write(report(facts, timeline, items, exporter, curfew))));
        return files;
    }

    /** What the operation's first plan says, if it had one. */
    static Optional<String> plan(List<JournalRecord> records, String operation) {
        return records.stream()
                .map(JournalRecord::entry)
                .filter(entry -> entry.operationId().equals(operation))
                .filter(entry -> entry.phase() == Phase.PLANNED && !entry.sent().isEmpty())
                .map(entry -> entry.sent())
                .findFirst();
    }

    private static PackFile file(State state, StateNames names) {
        String name = names.of(state.operation(), state.subject());
        String content =
                SecretSigns.in(state.json()).map(PackContent::withheld).orElse(state.json());
        return new PackFile(
                name, PackFile.of(name, content).content(), state.operation(), state.subject());
    }

    /** What stands in the place of a state that is not handed out. */
    static String withheld(String why) {
        return PackJson.line(JsonNodeFactory.instance.objectNode().put("withheld", why));
    }

    private static ReportFacts report(
            PackFacts facts,
            Timeline timeline,
            List<Manifest.Item> items,
            String exporter,
            String curfew) {
        return new ReportFacts(
                facts.operation(),
                Manifest.packId(items),
                curfew,
                exporter,
                facts.shown(),
                facts.withheld(),
                timeline,
                facts.seal(),
                facts.lines().getFirst().number(),
                items.stream()
                        .filter(Manifest.Item::isState)
                        .map(item ->
                                new ReportFacts.StateFile(
                                        item.operation(),
                                        item.subject(),
                                        item.name(),
                                        item.bytes(),
                                        Kept.sha256(facts.shown(), item.operation(), item.subject())
                                                .isPresent()))
                        .toList(),
                items.stream()
                        .map(item ->
                                new ReportFacts.FileHash(item.name(), item.bytes(), item.sha256()))
                        .toList());
    }
}
