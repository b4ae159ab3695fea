package dev.curfew.localstore.database;

import org.jdbi.v3.core.Handle;

/** What is to be done with a connection, inside one transaction. */
@FunctionalInterface
public interface Work<T> {
    T on(Handle handle) throws Exception;
}
