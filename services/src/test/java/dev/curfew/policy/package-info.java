@NullMarked
package dev.curfew.policy;

import org.jspecify.annotations.NullMarked;
