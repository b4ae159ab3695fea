/** The lab at work: live calls, what became of a deletion, faults to switch on. */
@NullMarked
package dev.curfew.views.lab;

import org.jspecify.annotations.NullMarked;
