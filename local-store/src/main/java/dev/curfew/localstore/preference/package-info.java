/** Settings of views as rows. */
@NullMarked
package dev.curfew.localstore.preference;

import org.jspecify.annotations.NullMarked;
