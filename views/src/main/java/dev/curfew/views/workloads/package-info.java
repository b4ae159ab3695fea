/** Workloads: the registration entries of a server, what each is and what ending it would do. */
@NullMarked
package dev.curfew.views.workloads;

import org.jspecify.annotations.NullMarked;
