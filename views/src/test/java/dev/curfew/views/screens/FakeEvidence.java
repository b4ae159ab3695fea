package dev.curfew.views.screens;

import dev.curfew.evidence.KeyPlace;
import dev.curfew.evidence.pack.EvidencePacks.Exported;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.store.Checkpoint;
import dev.curfew.store.SealKey;
import dev.curfew.views.evidence.EvidenceDesk;
import dev.curfew.views.testing.TestUi;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Exports nothing, and keeps what was asked of it. */
public final class FakeEvidence implements EvidenceDesk {
    /** The key of RFC 8032's first test. */
    public static final SealKey KEY =
            SealKey.ofDer(
                            HexFormat.of()
                                    .parseHex(
                                            "302a300506032b6570032100d75a980182b10ab7d54bfed3c9"
                                                    + "64073a0ee172f3daa62325af021a68f707511a"))
                    .orElseThrow();

    public final List<String> asked = new ArrayList<>();
    public Optional<KeyPlace> known = Optional.empty();
    public Optional<Failure> failure = Optional.empty();
    public boolean keeps = true;

    @Override
    public boolean keeps() {
        return keeps;
    }

    @Override
    public Optional<KeyPlace> knownKey() {
        return known;
    }

    @Override
    public Outcome<SealKey> makeKey(KeyPlace place) {
        asked.add("make " + place);
        return failure.<Outcome<SealKey>>map(Outcome::failed).orElseGet(() -> Outcome.ok(KEY));
    }

    @Override
    public Outcome<Exported> export(String operation, KeyPlace key, Path file, boolean replace) {
        asked.add("export " + operation + " " + key + " to " + file + (replace ? ", over it" : ""));
        Checkpoint seal = new Checkpoint(7, "ab".repeat(32), TestUi.NOW, KEY, "00".repeat(64));
        return failure.<Outcome<Exported>>map(Outcome::failed)
                .orElseGet(() ->
                        Outcome.ok(new Exported(file, "p-1", 4_711, "cd".repeat(32), seal, 0)));
    }
}
