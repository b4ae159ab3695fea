package dev.curfew.views.kit;

/**
 * What a file chooser asks for.
 *
 * @param suggestedName empty when there is none
 * @param kind what such files are called, for the chooser's filter
 * @param extension without its dot; empty for any file
 */
public record FileQuestion(String title, String suggestedName, String kind, String extension) {}
