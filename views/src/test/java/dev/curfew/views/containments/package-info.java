@NullMarked
package dev.curfew.views.containments;

import org.jspecify.annotations.NullMarked;
