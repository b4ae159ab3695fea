@NullMarked
package dev.curfew.containment.run;

import org.jspecify.annotations.NullMarked;
