/** Minting of SVIDs. */
@NullMarked
package dev.curfew.lab.svid;

import org.jspecify.annotations.NullMarked;
