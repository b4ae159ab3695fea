@NullMarked
package dev.curfew.delegation.rules;

import org.jspecify.annotations.NullMarked;
