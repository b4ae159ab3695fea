@NullMarked
package dev.curfew.delegation.added;

import org.jspecify.annotations.NullMarked;
