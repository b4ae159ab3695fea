/** Registration entries: store, rules, filters, service. */
@NullMarked
package dev.curfew.lab.entry;

import org.jspecify.annotations.NullMarked;
