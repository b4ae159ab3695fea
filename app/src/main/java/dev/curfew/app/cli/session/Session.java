package dev.curfew.app.cli.session;

import dev.curfew.app.wiring.CoreGraph;
import dev.curfew.localstore.LocalStore;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One command from its words to its exit code. One thread. */
public final class Session implements AutoCloseable {
    private final Surroundings around;
    private final GlobalOptions options;
    private final Printer printer;
    private @Nullable CoreGraph core;
    private boolean storeTold;

    public Session(Surroundings around, GlobalOptions options) {
        this.around = around;
        this.options = options;
        this.printer = new Printer(around.out(), around.err(), () -> options.json);
    }

    public Surroundings around() {
        return around;
    }

    public GlobalOptions options() {
        return options;
    }

    public Printer printer() {
        return printer;
    }

    public Instant now() {
        return around.clock().instant();
    }

    public CoreGraph core() {
        CoreGraph made = core;
        if (made == null) {
            made =
                    new CoreGraph(
                            new CoreGraph.Setup(
                                    around.clock(),
                                    options.store == null ? around.storeFile() : options.store,
                                    options.timeout,
                                    around.secrets(),
                                    around.lab().get()));
            core = made;
        }
        return made;
    }

    /** The store; what is to be said about it is said once. */
    public LocalStore store() {
        LocalStore.Opened opened = core().openedStore();
        if (!storeTold) {
            storeTold = true;
            opened.notice().ifPresent(printer::warn);
        }
        return opened.store();
    }

    /** For what must be kept: an action that nobody could prove or undo is not begun. */
    public Outcome<LocalStore> keepingStore() {
        LocalStore.Opened opened = core().openedStore();
        Optional<Failure> notice = opened.notice();
        storeTold |= !opened.store().onDisk();
        return opened.store().onDisk()
                ? Outcome.ok(store())
                : Outcome.failed(
                        notice.orElseGet(
                                () -> Failure.of(Reason.STORE_UNUSABLE, "without a file")));
    }

    @Override
    public void close() {
        if (core != null) {
            core.close();
        }
    }
}
