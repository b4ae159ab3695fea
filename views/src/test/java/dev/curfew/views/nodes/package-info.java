/** Tests of the list of nodes. */
@NullMarked
package dev.curfew.views.nodes;

import org.jspecify.annotations.NullMarked;
