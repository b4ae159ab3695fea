/** The screens with the lab's data, tried and drawn. */
@NullMarked
package dev.curfew.views.screens;

import org.jspecify.annotations.NullMarked;
