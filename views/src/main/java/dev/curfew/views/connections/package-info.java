/** The saved connections: their state, their form, arming, and what each server offers. */
@NullMarked
package dev.curfew.views.connections;

import org.jspecify.annotations.NullMarked;
