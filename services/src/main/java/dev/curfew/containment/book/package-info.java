/**
 * Every containment that is known, running or over: started, held, gone on with, and looked at once
 * more when what it left open is over.
 */
@NullMarked
package dev.curfew.containment.book;

import org.jspecify.annotations.NullMarked;
