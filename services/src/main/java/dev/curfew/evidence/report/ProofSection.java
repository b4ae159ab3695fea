package dev.curfew.evidence.report;

import dev.curfew.evidence.report.Grid.Cell;
import dev.curfew.store.Checkpoint;
import java.io.IOException;
import java.util.List;

/** What was kept, what vouches for it, and how anyone can check that. */
final class ProofSection {
    private static final int MOST_FILES = 300;

    private final Sheet sheet;
    private final Words words;

    ProofSection(Sheet sheet, Words words) {
        this.sheet = sheet;
        this.words = words;
    }

    void write(ReportFacts facts) throws IOException {
        states(facts);
        sheet.heading(words.text("proof.heading"));
        Checkpoint seal = facts.seal();
        paragraph("proof.chain", facts.firstRecord(), seal.number());
        paragraph("proof.seal", seal.number(), Words.second(seal.at()));
        fingerprint("proof.hash", seal.hash());
        fingerprint("proof.key", seal.key().thumbprint());
        paragraph("proof.keyHint");
        paragraph("proof.check");
        sheet.paragraph(words.text("proof.command", seal.key().thumbprint()), Letters.SMALL, 12);
        paragraph("proof.byHand");
        sheet.paragraph(words.text("proof.openssl"), Letters.SMALL, 12);
        paragraph("proof.clock");
        files(facts);
    }

    private void paragraph(String key, Object... arguments) throws IOException {
        sheet.down(3);
        sheet.paragraph(words.text(key, arguments), Letters.BODY, 0);
    }

    private void fingerprint(String key, String hex) throws IOException {
        sheet.need(2 * Letters.BODY.leading());
        sheet.paragraph(words.text(key), Letters.CAPTION, 12);
        sheet.paragraph(hex, Letters.SMALL, 12);
    }

    private void states(ReportFacts facts) throws IOException {
        if (facts.states().isEmpty()) {
            return;
        }
        sheet.heading(words.text("states.heading"));
        sheet.hint(words.text("states.hint"));
        Grid grid =
                new Grid(
                        sheet,
                        List.of(
                                words.text("steps.step"),
                                words.text("states.subject"),
                                words.text("files.name"),
                                words.text("files.bytes"),
                                words.text("states.vouched")),
                        8,
                        24,
                        34,
                        12,
                        28);
        grid.begin();
        for (ReportFacts.StateFile state : facts.states().stream().limit(MOST_FILES).toList()) {
            grid.row(
                    List.of(
                            Cell.of(facts.shortName(state.operation())),
                            Cell.of(Cut.to(120, state.subject())),
                            Cell.of(state.name()),
                            Cell.of(Long.toString(state.bytes())),
                            Cell.of(
                                    words.text(
                                            state.vouched()
                                                    ? "states.byJournal"
                                                    : "states.bySignature"))));
        }
        more(facts.states().size());
    }

    private void files(ReportFacts facts) throws IOException {
        sheet.heading(words.text("files.heading"));
        Grid grid =
                new Grid(
                        sheet,
                        List.of(
                                words.text("files.name"),
                                words.text("files.bytes"),
                                words.text("files.sha256")),
                        24,
                        9,
                        67);
        grid.begin();
        for (ReportFacts.FileHash file : facts.files().stream().limit(MOST_FILES).toList()) {
            grid.row(
                    List.of(
                            Cell.of(file.name()),
                            Cell.of(Long.toString(file.bytes())),
                            Cell.of(file.sha256())));
        }
        more(facts.files().size());
    }

    private void more(int all) throws IOException {
        if (all > MOST_FILES) {
            sheet.paragraph(words.text("more.manifest", all - MOST_FILES), Letters.QUIET, 0);
        }
    }
}
