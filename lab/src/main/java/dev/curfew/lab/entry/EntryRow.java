package dev.curfew.lab.entry;

import dev.curfew.lab.rpc.Pages;
import dev.curfew.wire.spire.types.Entry;

/**
 * A stored entry.
 *
 * @param row its number, in the order of creation
 * @param entry what is stored, complete
 */
record EntryRow(long row, Entry entry) implements Pages.Row {}
