/** The second operator: who may approve, and how an approval is signed and checked. */
@NullMarked
package dev.curfew.containment.approval;

import org.jspecify.annotations.NullMarked;
