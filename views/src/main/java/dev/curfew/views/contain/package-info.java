/**
 * A containment before it runs: strengths side by side, what it hits, its steps, its last button.
 */
@NullMarked
package dev.curfew.views.contain;

import org.jspecify.annotations.NullMarked;
