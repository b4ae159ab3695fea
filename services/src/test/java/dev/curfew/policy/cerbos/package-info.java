@NullMarked
package dev.curfew.policy.cerbos;

import org.jspecify.annotations.NullMarked;
