@NullMarked
package dev.curfew.delegation.check;

import org.jspecify.annotations.NullMarked;
