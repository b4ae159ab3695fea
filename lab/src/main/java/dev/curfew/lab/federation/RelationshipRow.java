package dev.curfew.lab.federation;

import dev.curfew.lab.rpc.Pages;
import dev.curfew.wire.spire.types.FederationRelationship;

/**
 * A stored relationship, without a bundle: those are in their own store.
 *
 * @param row its number, in the order of creation
 * @param relationship what is stored
 */
record RelationshipRow(long row, FederationRelationship relationship) implements Pages.Row {}
