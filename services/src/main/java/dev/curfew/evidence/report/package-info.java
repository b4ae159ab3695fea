/** The readable part of a pack: a PDF. */
@NullMarked
package dev.curfew.evidence.report;

import org.jspecify.annotations.NullMarked;
