/** Cerbos: decisions by policies, and a principal policy that denies everything as quarantine. */
@NullMarked
package dev.curfew.policy.cerbos;

import org.jspecify.annotations.NullMarked;
