/** Federation relationships and the refreshing of bundles through them. */
@NullMarked
package dev.curfew.lab.federation;

import org.jspecify.annotations.NullMarked;
