package dev.curfew.evidence.report;

import dev.curfew.store.Checkpoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * The readable report: the same facts give the same bytes on the same Java. Takes a second or so;
 * any thread.
 */
public final class ReportPdf {
    private ReportPdf() {}

    public static byte[] write(ReportFacts facts) {
        Words words = new Words();
        try (PDDocument document = new PDDocument();
                Typeface type = new Typeface(document)) {
            // From these, and not from clock and chance, the document gets its own id.
            document.setDocumentId(facts.seal().number());
            describe(document, facts, words);
            Sheet sheet = new Sheet(document, type);
            content(facts, sheet, words);
            sheet.finish(
                    words.text("report.foot", facts.pack()),
                    (number, count) -> words.text("report.page", number, count));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            // Everything is in memory.
            throw new UncheckedIOException(e);
        }
    }

    private static void content(ReportFacts facts, Sheet sheet, Words words) throws IOException {
        BoundSection bound = new BoundSection(facts.timeline(), sheet, words);
        new AboutSection(sheet, words).write(facts);
        bound.write(facts.isAllAsWanted());
        bound.writeOpen();
        new StepsSection(facts.timeline(), sheet, words).write();
        new TimelineSection(facts, sheet, words).write();
        new ChangesSection(sheet, words).write(facts);
        new FindingsSection(sheet, words).write(facts);
        new RecordsSection(sheet, words).write(facts);
        new ProofSection(sheet, words).write(facts);
    }

    private static void describe(PDDocument document, ReportFacts facts, Words words) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(words.text("report.documentTitle", facts.pack()));
        information.setProducer("Curfew " + facts.curfew());
        information.setCreationDate(date(facts.seal()));
        document.setDocumentInformation(information);
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage("en");
        PDViewerPreferences preferences =
                new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
    }

    private static Calendar date(Checkpoint seal) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC));
        calendar.setTimeInMillis(seal.at().toEpochMilli());
        return calendar;
    }
}
