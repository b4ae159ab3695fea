/** The commands of containments: contain, resume, restore, residual. */
@NullMarked
package dev.curfew.app.cli.containment;

import org.jspecify.annotations.NullMarked;
