/** Tests. */
@NullMarked
package dev.curfew.app.rules;

import org.jspecify.annotations.NullMarked;
