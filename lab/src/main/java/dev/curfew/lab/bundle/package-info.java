/** Trust bundles, our own and federated. */
@NullMarked
package dev.curfew.lab.bundle;

import org.jspecify.annotations.NullMarked;
