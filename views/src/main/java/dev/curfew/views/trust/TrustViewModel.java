package dev.curfew.views.trust;

import dev.curfew.estate.EntryTable;
import dev.curfew.estate.Reading;
import dev.curfew.estate.ServerEstate;
import dev.curfew.estate.TrustLanguage;
import dev.curfew.estate.TrustRow;
import dev.curfew.identity.FederationRelationship;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.identity.TrustBundle;
import dev.curfew.query.Parsed;
import dev.curfew.query.QueryLanguage;
import dev.curfew.views.estate.Contents;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.table.TableContent;
import io.spiffe.spiffeid.TrustDomain;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/** Authorities and relationships of the chosen connection, filtered. JavaFX thread only. */
public final class TrustViewModel {
    private final EstateModel estate;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<TrustState> state =
            new ReadOnlyObjectWrapper<>(TrustState.EMPTY);
    private String authorityQuery = "";
    private String federationQuery = "";
    private EntryTable counted = EntryTable.EMPTY;
    private Map<TrustDomain, Integer> usedBy = Map.of();

    public TrustViewModel(EstateModel estate, InstantSource clock) {
        this.estate = estate;
        this.clock = clock;
    }

    public ReadOnlyObjectProperty<TrustState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public Subscription attached() {
        return estate.serverProperty().subscribe(server -> make());
    }

    /** A query without mistakes. */
    public void filterAuthorities(String query) {
        authorityQuery = query;
        make();
    }

    /** A query without mistakes. */
    public void filterFederation(String query) {
        federationQuery = query;
        make();
    }

    QueryLanguage authorityLanguage() {
        return TrustLanguage.ofAuthorities(state.get().allAuthorities(), clock.instant());
    }

    QueryLanguage federationLanguage() {
        return TrustLanguage.ofFederation(state.get().allFederation());
    }

    private void make() {
        state.set(estate.server().map(this::of).orElse(TrustState.EMPTY));
    }

    private TrustState of(ServerEstate server) {
        List<TrustRow> authorities = TrustRow.of(server.authorities().value());
        List<FederationRelationship> federation = server.federation().value();
        if (server.entries().state() != Reading.State.READING) {
            count(server.entries().value().entries());
        }
        List<FederationRow> rows =
                federation.stream()
                        .map(one -> new FederationRow(one, usedBy(server, one)))
                        .toList();
        return new TrustState(
                Optional.of(server),
                authorities,
                federation,
                Contents.of(
                        server,
                        server.authorities(),
                        matching(
                                TrustLanguage.ofAuthorities(authorities, clock.instant()),
                                authorityQuery,
                                authorities),
                        !authorityQuery.isBlank()),
                Contents.of(
                        server,
                        server.federation(),
                        matching(TrustLanguage.ofFederation(federation), federationQuery, rows),
                        !federationQuery.isBlank()),
                withoutRelationship(server));
    }

    private static <R> List<R> matching(QueryLanguage language, String query, List<R> rows) {
        return switch (language.parse(query)) {
            case Parsed.Good(var good) ->
                    Arrays.stream(good.filter(rows.size())).<R>mapToObj(rows::get).toList();
            case Parsed.Wrong _ -> rows;
        };
    }

    private Optional<Integer> usedBy(ServerEstate server, FederationRelationship relationship) {
        return server.entries().value().entries() == counted && server.entries().isKnown()
                ? Optional.of(usedBy.getOrDefault(relationship.trustDomain(), 0))
                : Optional.empty();
    }

    /** Who is federated with, by all entries; counted again only when they changed. */
    private void count(EntryTable entries) {
        if (entries == counted) {
            return;
        }
        Map<TrustDomain, Integer> counts = new HashMap<>();
        for (RegistrationEntry entry : entries) {
            for (TrustDomain domain : entry.federatesWith()) {
                counts.merge(domain, 1, Integer::sum);
            }
        }
        counted = entries;
        usedBy = counts;
    }

    /** Bundles of other trust domains that came from somewhere else: configuration, or by hand. */
    private static List<String> withoutRelationship(ServerEstate server) {
        Set<TrustDomain> listed =
                server.federation().value().stream()
                        .map(FederationRelationship::trustDomain)
                        .collect(Collectors.toSet());
        return server.federatedBundles().value().stream()
                .map(TrustBundle::trustDomain)
                .filter(domain -> !listed.contains(domain))
                .map(TrustDomain::getName)
                .sorted()
                .toList();
    }

    /**
     * What the screen shows.
     *
     * @param authorities those that the filter left
     * @param federation those that the filter left
     * @param otherBundles trust domains whose bundle is there without a listed relationship
     */
    public record TrustState(
            Optional<ServerEstate> server,
            List<TrustRow> allAuthorities,
            List<FederationRelationship> allFederation,
            TableContent<TrustRow> authorities,
            TableContent<FederationRow> federation,
            List<String> otherBundles) {
        static final TrustState EMPTY =
                new TrustState(
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        TableContent.all(List.of()),
                        TableContent.all(List.of()),
                        List.of());
    }
}
