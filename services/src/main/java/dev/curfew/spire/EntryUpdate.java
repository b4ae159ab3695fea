package dev.curfew.spire;

import dev.curfew.identity.EntryDraft;

/** What an existing entry should become; how much of it is written is for the call to say. */
public record EntryUpdate(String id, EntryDraft wanted) {}
