/** Tests. */
@NullMarked
package dev.curfew.evidence;

import org.jspecify.annotations.NullMarked;
