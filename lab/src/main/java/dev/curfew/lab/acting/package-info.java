/** The lab's AI agents at work: who calls whom, what became of each call, and what they hold. */
@NullMarked
package dev.curfew.lab.acting;

import org.jspecify.annotations.NullMarked;
