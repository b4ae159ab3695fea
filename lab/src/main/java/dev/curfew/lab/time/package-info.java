/** Clock and timer of a lab server, both replaceable so that tests need not wait. */
@NullMarked
package dev.curfew.lab.time;

import org.jspecify.annotations.NullMarked;
