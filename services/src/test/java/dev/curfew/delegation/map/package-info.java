@NullMarked
package dev.curfew.delegation.map;

import org.jspecify.annotations.NullMarked;
