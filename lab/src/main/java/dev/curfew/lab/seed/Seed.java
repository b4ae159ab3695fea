package dev.curfew.lab.seed;

import dev.curfew.lab.server.ServerParts;

/**
 * Sows the estate of a lab server: the same names, IDs and mistakes at every start, with times that
 * count from the start. Keys are fresh.
 */
public final class Seed {
    private Seed() {}

    /**
     * Sows the estate of the server's trust domain.
     *
     * @throws IllegalArgumentException if the lab has none for it
     */
    public static void sow(ServerParts parts) {
        switch (parts.trustDomain()) {
            case "acme.test" -> AcmeEstate.sow(parts);
            case "partner.test" -> PartnerEstate.sow(parts);
            default ->
                    throw new IllegalArgumentException(
                            "the lab has no estate for " + parts.trustDomain());
        }
    }
}
