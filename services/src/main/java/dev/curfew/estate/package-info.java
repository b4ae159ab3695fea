/** What is known of every connected server, as an immutable snapshot, and what follows from it. */
@NullMarked
package dev.curfew.estate;

import org.jspecify.annotations.NullMarked;
