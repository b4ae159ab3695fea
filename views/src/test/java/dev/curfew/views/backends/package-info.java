@NullMarked
package dev.curfew.views.backends;

import org.jspecify.annotations.NullMarked;
