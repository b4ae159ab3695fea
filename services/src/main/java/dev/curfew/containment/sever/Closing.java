package dev.curfew.containment.sever;

import dev.curfew.identity.Node;
import java.time.Instant;
import java.util.Optional;

/**
 * A node that keeps a gate closed.
 *
 * @param clearAt when the SVIDs of its workloads have been renewed too; empty: it has not taken up
 *     the new authority at all
 */
public record Closing(Node node, Optional<Instant> clearAt) {}
