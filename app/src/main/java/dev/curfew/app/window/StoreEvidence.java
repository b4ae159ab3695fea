package dev.curfew.app.window;

import dev.curfew.app.wiring.CoreGraph;
import dev.curfew.evidence.KeyPlace;
import dev.curfew.evidence.SigningKey;
import dev.curfew.evidence.SigningKeyFile;
import dev.curfew.evidence.pack.EvidencePacks.Exported;
import dev.curfew.evidence.pack.EvidencePacks.Wanted;
import dev.curfew.outcome.Outcome;
import dev.curfew.store.SealKey;
import dev.curfew.views.evidence.EvidenceDesk;
import java.nio.file.Path;
import java.util.Optional;

/** Evidence of what the open store has. */
final class StoreEvidence implements EvidenceDesk {
    private final CoreGraph core;

    StoreEvidence(CoreGraph core) {
        this.core = core;
    }

    @Override
    public boolean keeps() {
        return core.store().onDisk();
    }

    @Override
    public Optional<KeyPlace> knownKey() {
        return KeyPlace.known(core.store().preferences());
    }

    @Override
    public Outcome<SealKey> makeKey(KeyPlace place) {
        return new SigningKeyFile(core.secrets(), core.clock())
                .create(place.file(), place.passphrase())
                .map(key -> {
                    place.remember(core.store().preferences());
                    return key;
                });
    }

    @Override
    public Outcome<Exported> export(String operation, KeyPlace key, Path file, boolean replace) {
        return SigningKey.open(key.file(), key.passphrase(), core.secrets())
                .then(opened -> {
                    key.remember(core.store().preferences());
                    String operator = System.getProperty("user.name", "unknown");
                    return core.evidence()
                            .export(new Wanted(operation, operator, file, replace), opened);
                });
    }
}
