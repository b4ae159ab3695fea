/** Evidence packs and the keys that sign them. */
@NullMarked
package dev.curfew.app.cli.evidence;

import org.jspecify.annotations.NullMarked;
