@NullMarked
package dev.curfew.connect;

import org.jspecify.annotations.NullMarked;
