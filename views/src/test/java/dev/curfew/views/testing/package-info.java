/** Fakes for the tests of view models and views, here and in other modules. */
@NullMarked
package dev.curfew.views.testing;

import org.jspecify.annotations.NullMarked;
