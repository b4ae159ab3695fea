package dev.curfew.views.graph;

/** What an operator has chosen in a picture. */
public sealed interface Pick {
    String id();

    record OfBox(String id) implements Pick {}

    record OfArrow(String id) implements Pick {}
}
