package dev.curfew.views.list;

import dev.curfew.estate.Link;
import dev.curfew.estate.Reading;
import dev.curfew.estate.ServerEstate;
import dev.curfew.outcome.Failure;
import dev.curfew.text.Explanation;
import dev.curfew.text.Texts;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.table.TableContent;
import io.spiffe.spiffeid.TrustDomain;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** How a list's state is said: beside the title, in the banner, in place of rows. */
public final class ListWords<R> {
    private final ListSource<R> source;
    private final IntFunction<String> counted;
    private final Ui ui;
    private final Texts services = Texts.ofServices();

    /**
     * @param counted "300 registration entries"
     */
    public ListWords(ListSource<R> source, IntFunction<String> counted, Ui ui) {
        this.source = source;
        this.counted = counted;
        this.ui = ui;
    }

    /** What these data are, from where, read when. */
    public String subtitle(Optional<ServerEstate> shown) {
        if (shown.isEmpty()) {
            return ui.text("list.noConnection");
        }
        ServerEstate server = shown.get();
        Reading<?> reading = source.reading(server);
        String what = counted.apply(source.size(server));
        String where = server.trustDomain().map(TrustDomain::getName).orElse(server.name());
        String at = reading.readAt().map(ui.ages()::at).orElse("");
        String old = reading.readAt().map(ui.ages()::since).orElse("");
        return switch (reading.state()) {
            case NEVER_READ -> ui.text("list.neverRead", where);
            case READING ->
                    reading.isKnown()
                            ? ui.text("list.readingAgain", what, where, at)
                            : ui.text("list.readSoFar", what, where);
            case COMPLETE -> ui.text("list.read", what, where, at);
            case PARTIAL -> ui.text("list.partial", what, where, at);
            case FAILED ->
                    reading.isKnown()
                            ? ui.text("list.old", what, where, at, old)
                            : ui.text("list.neverRead", where);
        };
    }

    TableContent<R> content(ListState<R> state) {
        List<R> rows = state.rows();
        if (state.server().isEmpty()) {
            return TableContent.all(rows);
        }
        ServerEstate server = state.server().get();
        Reading<?> reading = source.reading(server);
        Optional<Failure> failure =
                switch (reading.state()) {
                    case FAILED -> reading.failure();
                    case NEVER_READ ->
                            server.link() instanceof Link.Down(Failure why, _, _)
                                    ? Optional.of(why)
                                    : Optional.empty();
                    default -> Optional.empty();
                };
        if (failure.isPresent()) {
            return new TableContent.Failed<>(rows, explained(failure.get(), reading));
        }
        boolean waiting =
                state.total() == 0
                        && (reading.state() == Reading.State.NEVER_READ
                                || reading.state() == Reading.State.READING);
        return waiting
                ? new TableContent.Loading<>(rows)
                : new TableContent.Ready<>(rows, state.filtered());
    }

    /** What broke off the reading, where it gave only a part. */
    Optional<Explanation> partial(ListState<R> state) {
        return state.server()
                .map(source::reading)
                .filter(reading -> reading.state() == Reading.State.PARTIAL)
                .flatMap(Reading::failure)
                .map(why -> Explanation.of(why, services));
    }

    /** How many rows made no sense and are left out. */
    int unreadableCount(ListState<R> state) {
        return state.server().map(source::unreadable).orElse(0);
    }

    List<String> unreadable(ListState<R> state) {
        return state.server().map(source::unreadableTexts).orElse(List.of());
    }

    private Explanation explained(Failure failure, Reading<?> reading) {
        Explanation plain = Explanation.of(failure, services);
        return reading.readAt()
                .map(at ->
                        new Explanation(
                                plain.what(),
                                plain.why(),
                                plain.next()
                                        + " "
                                        + ui.text(
                                                "list.oldRows",
                                                ui.ages().at(at),
                                                ui.ages().since(at))))
                .orElse(plain);
    }
}
