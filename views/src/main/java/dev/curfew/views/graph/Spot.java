package dev.curfew.views.graph;

/**
 * Where a box stands.
 *
 * @param column from the left, 0 first
 * @param y its upper edge, in the picture's units
 */
public record Spot(int column, double y) {
    Spot lowered(double by) {
        return new Spot(column, y + by);
    }
}
