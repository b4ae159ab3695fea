/**
 * A directed graph on screen, from left to right: what is drawn, where it stands, and the canvas
 * that draws it. Knows nothing of what its boxes mean.
 */
@NullMarked
package dev.curfew.views.graph;

import org.jspecify.annotations.NullMarked;
