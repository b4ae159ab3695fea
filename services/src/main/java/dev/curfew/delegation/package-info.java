/**
 * Who has delegated what to whom, through which chain, under which task and until when: the grant
 * graph, the rules of allowed and forbidden delegation, and the checks over both. Pure functions;
 * any thread.
 */
@NullMarked
package dev.curfew.delegation;

import org.jspecify.annotations.NullMarked;
