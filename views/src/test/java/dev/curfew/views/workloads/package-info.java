/** Tests of the list of workloads. */
@NullMarked
package dev.curfew.views.workloads;

import org.jspecify.annotations.NullMarked;
