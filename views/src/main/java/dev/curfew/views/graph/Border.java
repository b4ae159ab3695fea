package dev.curfew.views.graph;

/** A frame around boxes that belong together apart from the rest, such as a trust domain. */
public record Border(String id, String title) {}
