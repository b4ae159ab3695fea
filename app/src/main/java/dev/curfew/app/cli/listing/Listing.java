package dev.curfew.app.cli.listing;

import dev.curfew.estate.EntryLanguage;
import dev.curfew.estate.NodeLanguage;
import dev.curfew.estate.Reading;
import dev.curfew.estate.ServerEstate;
import dev.curfew.estate.TrustLanguage;
import dev.curfew.estate.TrustRow;
import dev.curfew.export.AuthorityJson;
import dev.curfew.export.Column;
import dev.curfew.export.EntryColumns;
import dev.curfew.export.EntryJson;
import dev.curfew.export.FederationJson;
import dev.curfew.export.NodeColumns;
import dev.curfew.export.NodeJson;
import dev.curfew.export.TrustColumns;
import dev.curfew.identity.FederationRelationship;
import dev.curfew.query.QueryLanguage;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * One kind of rows of a server and all that a list of them needs.
 *
 * @param shown names of the columns of a text table, unless others are asked for
 * @param unreadable how many more the server sent that make no sense
 */
record Listing<R>(
        String kind,
        List<R> rows,
        List<Column<R>> columns,
        List<String> shown,
        QueryLanguage language,
        Function<R, ObjectNode> json,
        Reading<?> reading,
        int unreadable) {

    /** What can be listed. */
    enum Kind {
        workloads,
        nodes,
        authorities,
        federation
    }

    static Listing<?> of(Kind kind, ServerEstate server, Instant now) {
        return switch (kind) {
            case workloads ->
                    new Listing<>(
                            kind.name(),
                            server.entries().value().entries(),
                            EntryColumns.of(server, now),
                            List.of("id", "ttl", "jwt", "expires", "bound", "flags", "selector"),
                            EntryLanguage.of(server, now),
                            EntryJson::write,
                            server.entries(),
                            server.entries().value().unreadable());
            case nodes ->
                    new Listing<>(
                            kind.name(),
                            server.nodes().value(),
                            NodeColumns.of(server, now),
                            List.of("id", "type", "state", "expires", "serves", "version"),
                            NodeLanguage.of(server, now),
                            node -> NodeJson.write(node, now),
                            server.nodes(),
                            0);
            case authorities -> {
                List<TrustRow> rows = TrustRow.of(server.authorities().value());
                yield new Listing<>(
                        kind.name(),
                        rows,
                        TrustColumns.ofAuthorities(now),
                        List.of("kind", "slot", "id", "trusted", "tainted", "expires"),
                        TrustLanguage.ofAuthorities(rows, now),
                        AuthorityJson::write,
                        server.authorities(),
                        0);
            }
            case federation -> {
                List<FederationRelationship> rows = server.federation().value();
                yield new Listing<>(
                        kind.name(),
                        rows,
                        TrustColumns.ofFederation(),
                        List.of("td", "profile", "url", "bundle", "roots"),
                        TrustLanguage.ofFederation(rows),
                        FederationJson::node,
                        server.federation(),
                        0);
            }
        };
    }
}
