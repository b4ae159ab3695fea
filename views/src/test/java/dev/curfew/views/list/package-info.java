/** What the tests and pictures of the lists need: the lab's data, a window, recorded actions. */
@NullMarked
package dev.curfew.views.list;

import org.jspecify.annotations.NullMarked;
