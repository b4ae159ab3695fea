package dev.curfew.views.workloads;

import dev.curfew.estate.EntryLanguage;
import dev.curfew.estate.EntryTable;
import dev.curfew.estate.Reading;
import dev.curfew.estate.ServerEstate;
import dev.curfew.query.QueryLanguage;
import dev.curfew.views.list.Basis;
import dev.curfew.views.list.ListSource;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;

/** The entries of a server as rows. */
final class WorkloadSource implements ListSource<WorkloadRow> {
    @Override
    public Reading<?> reading(ServerEstate server) {
        return server.entries();
    }

    @Override
    public Basis basis(ServerEstate server) {
        return Basis.of(server.entries().value(), server.profile());
    }

    @Override
    public int size(ServerEstate server) {
        return entries(server).size();
    }

    /** A scan's table only ever gets longer. */
    @Override
    public boolean grew(ServerEstate before, ServerEstate now) {
        EntryTable old = entries(before);
        EntryTable next = entries(now);
        int last = old.size() - 1;
        return now.entries().state() == Reading.State.READING
                && before.entries().state() == Reading.State.READING
                && last >= 0
                && next.size() > last
                && old.getFirst() == next.getFirst()
                && old.get(last) == next.get(last);
    }

    @Override
    public int unreadable(ServerEstate server) {
        return server.entries().value().unreadable();
    }

    @Override
    public List<String> unreadableTexts(ServerEstate server) {
        return server.entries().value().unreadableTexts();
    }

    @Override
    public QueryLanguage language(ServerEstate server, Instant now) {
        return EntryLanguage.of(server, now);
    }

    @Override
    public IntFunction<WorkloadRow> rows(ServerEstate server) {
        WorkloadSnapshot snapshot = new WorkloadSnapshot(server);
        return number -> new WorkloadRow(snapshot, number);
    }

    private static EntryTable entries(ServerEstate server) {
        return server.entries().value().entries();
    }
}
