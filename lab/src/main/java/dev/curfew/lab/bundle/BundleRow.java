package dev.curfew.lab.bundle;

import dev.curfew.lab.rpc.Pages;
import dev.curfew.wire.spire.types.Bundle;

/**
 * A stored bundle.
 *
 * @param row its number, in the order of creation
 * @param bundle what is stored
 */
record BundleRow(long row, Bundle bundle) implements Pages.Row {}
