package dev.curfew.views.actions;

import dev.curfew.containment.Change;
import dev.curfew.containment.EntryForm;
import dev.curfew.containment.EntryForm.Issue;
import dev.curfew.containment.EntryForm.Parsed;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.EntryDraft;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.identity.Selector;
import dev.curfew.identity.SpiffeIds;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Ok;
import io.spiffe.spiffeid.SpiffeId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** An entry that is typed. Mistakes show from the first try on, and then at once. */
final class EntryFormViewModel {
    /**
     * The nodes that would serve it.
     *
     * @param parentRead false while there is no readable parent
     * @param nodes empty: not all entries have been read
     */
    record Served(boolean parentRead, boolean alias, Optional<List<Node>> nodes) {}

    private final FlowContext context;
    private final ServerEstate server;
    private final Optional<RegistrationEntry> edited;
    private final EntryForm start;
    private final EntryFields fields;
    private final ReadOnlyObjectWrapper<List<Issue>> issues =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Served> served;
    private boolean tried;

    private EntryFormViewModel(
            FlowContext context,
            ServerEstate server,
            Optional<RegistrationEntry> edited,
            EntryForm start) {
        this.context = context;
        this.server = server;
        this.edited = edited;
        this.start = start;
        this.fields = new EntryFields(start);
        this.served = new ReadOnlyObjectWrapper<>(look());
        fields.onChange(this::changed);
    }

    static EntryFormViewModel create(
            FlowContext context, Optional<EntryDraft> template, ServerEstate server) {
        EntryForm start =
                template.map(EntryForm::of).orElseGet(() -> EntryForm.empty(server.trustDomain()));
        return new EntryFormViewModel(context, server, Optional.empty(), start);
    }

    static EntryFormViewModel edit(
            FlowContext context, RegistrationEntry entry, ServerEstate server) {
        return new EntryFormViewModel(
                context, server, Optional.of(entry), EntryForm.of(entry.toDraft()));
    }

    ServerEstate server() {
        return server;
    }

    EntryFields fields() {
        return fields;
    }

    Optional<RegistrationEntry> edited() {
        return edited;
    }

    ReadOnlyObjectProperty<List<Issue>> issuesProperty() {
        return issues.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Served> servedProperty() {
        return served.getReadOnlyProperty();
    }

    boolean isTouched() {
        return !withoutBlanks(fields.form()).equals(withoutBlanks(start));
    }

    /** The change; empty: the issues say why not. */
    Optional<Change> read() {
        tried = true;
        return parse();
    }

    private void changed() {
        served.set(look());
        if (tried) {
            parse();
        }
    }

    private Optional<Change> parse() {
        return switch (fields.form()
                .parse(
                        server,
                        edited.map(RegistrationEntry::toDraft),
                        context.ui().ages().now(),
                        context.host().zone())) {
            case Parsed.Good(var draft) -> {
                issues.set(List.of());
                yield Optional.of(
                        edited.<Change>map(seen -> new Change.EditEntry(seen, draft))
                                .orElseGet(() -> new Change.CreateEntries(List.of(draft))));
            }
            case Parsed.Wrong(var wrong) -> {
                issues.set(wrong);
                yield Optional.empty();
            }
        };
    }

    private Served look() {
        return switch (SpiffeIds.parse(fields.parentId.get().strip())) {
            case Outcome.Failed<SpiffeId> _ -> new Served(false, false, Optional.empty());
            case Ok<SpiffeId>(var parent) -> {
                List<Selector> selectors =
                        fields.selectors.get().stream()
                                .map(String::strip)
                                .map(Selector::parse)
                                .flatMap(read ->
                                        read instanceof Ok<Selector>(var selector)
                                                ? Stream.of(selector)
                                                : Stream.empty())
                                .toList();
                yield new Served(
                        true,
                        parent.equals(SpiffeIds.server(parent.getTrustDomain())),
                        EntryForm.servedBy(parent, selectors, server));
            }
        };
    }

    private static EntryForm withoutBlanks(EntryForm f) {
        return new EntryForm(
                f.spiffeId().strip(),
                f.parentId().strip(),
                filled(f.selectors()),
                f.x509Ttl().strip(),
                f.jwtTtl().strip(),
                f.expiresAt().strip(),
                f.federatesWith(),
                filled(f.dnsNames()),
                f.hint().strip(),
                f.admin(),
                f.downstream(),
                f.storeSvid(),
                f.prefetchDisabled());
    }

    private static List<String> filled(List<String> lines) {
        return lines.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
