/** Seals on the journal, and packs of evidence: made, signed, and checked. */
@NullMarked
package dev.curfew.evidence;

import org.jspecify.annotations.NullMarked;
