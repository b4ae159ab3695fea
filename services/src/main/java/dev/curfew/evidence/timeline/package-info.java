/** What happened when, and until when something stays open, read out of the journal. */
@NullMarked
package dev.curfew.evidence.timeline;

import org.jspecify.annotations.NullMarked;
