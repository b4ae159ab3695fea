package dev.curfew.evidence.pack;

import java.nio.charset.StandardCharsets;

/**
 * A file in a pack.
 *
 * @param operation whose state it is; empty for all that is no state
 * @param subject of the state, such as {@code before}; empty for all that is no state
 */
record PackFile(String name, byte[] content, String operation, String subject) {
    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "manifest.sig";
    static final String KEY = "key.pem";
    static final String PLAN = "plan.json";
    static final String JOURNAL = "journal.jsonl";
    static final String CHECKPOINTS = "checkpoints.json";
    static final String TIMELINE = "timeline.json";
    static final String REPORT = "report.pdf";

    static PackFile of(String name, byte[] content) {
        return new PackFile(name, content, "", "");
    }

    static PackFile of(String name, String content) {
        return of(name, content.getBytes(StandardCharsets.UTF_8));
    }
}
