/** Authorities, their slots and what they mean; federation with other trust domains. */
@NullMarked
package dev.curfew.views.trust;

import org.jspecify.annotations.NullMarked;
