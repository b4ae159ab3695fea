package dev.curfew.lab.bundle;

import dev.curfew.wire.spire.types.Bundle;
import dev.curfew.wire.spire.types.BundleMask;

/** Masks of bundles. */
final class BundleMasks {
    private BundleMasks() {}

    /** Leaves what the mask names; everything without a mask. */
    static Bundle show(Bundle bundle, boolean masked, BundleMask mask) {
        if (!masked) {
            return bundle;
        }
        var shown = bundle.toBuilder();
        if (!mask.getX509Authorities()) {
            shown.clearX509Authorities();
        }
        if (!mask.getJwtAuthorities()) {
            shown.clearJwtAuthorities();
        }
        if (!mask.getWitAuthorities()) {
            shown.clearWitAuthorities();
        }
        if (!mask.getRefreshHint()) {
            shown.clearRefreshHint();
        }
        if (!mask.getSequenceNumber()) {
            shown.clearSequenceNumber();
        }
        return shown.build();
    }

    /** Takes over what the mask names; everything without a mask. */
    static Bundle merge(Bundle stored, Bundle update, boolean masked, BundleMask mask) {
        var merged = stored.toBuilder();
        if (!masked || mask.getX509Authorities()) {
            merged.clearX509Authorities().addAllX509Authorities(update.getX509AuthoritiesList());
        }
        if (!masked || mask.getJwtAuthorities()) {
            merged.clearJwtAuthorities().addAllJwtAuthorities(update.getJwtAuthoritiesList());
        }
        if (!masked || mask.getRefreshHint()) {
            merged.setRefreshHint(update.getRefreshHint());
        }
        if (!masked || mask.getSequenceNumber()) {
            merged.setSequenceNumber(update.getSequenceNumber());
        }
        return merged.build();
    }
}
