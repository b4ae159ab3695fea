/** Faults that a test can switch on. */
@NullMarked
package dev.curfew.lab.fault;

import org.jspecify.annotations.NullMarked;
