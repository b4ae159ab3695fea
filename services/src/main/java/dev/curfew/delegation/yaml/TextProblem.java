package dev.curfew.delegation.yaml;

/**
 * What is wrong with a text, and where.
 *
 * @param line counted from 1
 * @param column counted from 1
 */
public record TextProblem(int line, int column, String what) {}
