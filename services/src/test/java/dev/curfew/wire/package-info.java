@NullMarked
package dev.curfew.wire;

import org.jspecify.annotations.NullMarked;
