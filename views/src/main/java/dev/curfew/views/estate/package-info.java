/**
 * What is known of the servers, brought to the JavaFX thread, and which connection is looked at.
 */
@NullMarked
package dev.curfew.views.estate;

import org.jspecify.annotations.NullMarked;
