/**
 * Who acts for whom, with what, until when: the grants that are known, as a picture and a table.
 */
@NullMarked
package dev.curfew.views.delegation;

import org.jspecify.annotations.NullMarked;
