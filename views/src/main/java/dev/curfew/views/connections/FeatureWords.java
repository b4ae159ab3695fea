package dev.curfew.views.connections;

import dev.curfew.connect.Feature;
import dev.curfew.views.kit.Ui;

/** What a server may offer, in words. */
final class FeatureWords {
    private FeatureWords() {}

    static String name(Feature feature, Ui ui) {
        return switch (feature) {
            case ENTRIES -> ui.text("connections.feature.entries");
            case NODES -> ui.text("connections.feature.nodes");
            case BUNDLE -> ui.text("connections.feature.bundle");
            case FEDERATED_BUNDLES -> ui.text("connections.feature.federatedBundles");
            case FEDERATION -> ui.text("connections.feature.federation");
            case X509_AUTHORITIES -> ui.text("connections.feature.x509");
            case JWT_AUTHORITIES -> ui.text("connections.feature.jwt");
            case WIT_AUTHORITIES -> ui.text("connections.feature.wit");
            case DEBUG -> ui.text("connections.feature.debug");
            case LOGGER -> ui.text("connections.feature.logger");
            case HEALTH -> ui.text("connections.feature.health");
        };
    }
}
