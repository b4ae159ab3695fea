/** What a workload's endpoint presents. */
@NullMarked
package dev.curfew.app.cli.probe;

import org.jspecify.annotations.NullMarked;
