@NullMarked
package dev.curfew.peers;

import org.jspecify.annotations.NullMarked;
