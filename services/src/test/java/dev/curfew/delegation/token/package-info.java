@NullMarked
package dev.curfew.delegation.token;

import org.jspecify.annotations.NullMarked;
