/** What is to be contained, and what of it each server knows. */
@NullMarked
package dev.curfew.containment.scope;

import org.jspecify.annotations.NullMarked;
