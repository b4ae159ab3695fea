/** The one table of Curfew: large snapshots, remembered columns, marks kept by key. */
@NullMarked
package dev.curfew.views.table;

import org.jspecify.annotations.NullMarked;
