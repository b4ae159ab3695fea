package dev.curfew.views.graph;

/** The drawn frame of a border; one border has several where its boxes are not connected. */
public record Frame(Border border, double x, double y, double width, double height) {}
