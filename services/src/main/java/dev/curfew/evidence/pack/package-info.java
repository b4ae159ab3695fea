/** The evidence pack: what is in it, how it is written, and how it is checked. */
@NullMarked
package dev.curfew.evidence.pack;

import org.jspecify.annotations.NullMarked;
