package dev.curfew.views.graph;

/** In the picture's own units. */
public record Point(double x, double y) {}
