/**
 * The one way of an operator's action on screen: form, preview, confirmation, progress, report,
 * undo.
 */
@NullMarked
package dev.curfew.views.actions;

import org.jspecify.annotations.NullMarked;
