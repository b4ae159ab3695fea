package dev.curfew.estate;

/**
 * Something in a server's data that is worth a look, and the query that lists it. The count is that
 * query's own, so that what is opened is what was counted.
 */
public record Notable(Kind kind, int count, String query) {
    /** In which list the query is asked. */
    public enum Place {
        ENTRIES,
        NODES,
        AUTHORITIES,
        FEDERATION
    }

    /** How much it matters, the most first. */
    public enum Weight {
        CRITICAL,
        HIGH,
        MEDIUM,
        LOW
    }

    public enum Kind {
        /** Calls the server's API as admin without saying so. */
        INHERITS_ADMIN(Weight.CRITICAL, Place.ENTRIES),
        /** The peer's identities can not be verified, or not any more. */
        FEDERATION_WITHOUT_BUNDLE(Weight.HIGH, Place.FEDERATION),
        /** A TTL of a day or more. */
        TTL_OF_DAYS(Weight.HIGH, Place.ENTRIES),
        /** Any process of a node, or of one of its users. */
        BOUND_TO_NODE(Weight.HIGH, Place.ENTRIES),
        /** Beyond what is left when the authority is replaced: SPIRE cuts it without a word. */
        TTL_CUT_BY_AUTHORITY(Weight.MEDIUM, Place.ENTRIES),
        SHARED_IDENTITY(Weight.MEDIUM, Place.ENTRIES),
        EXPIRING_SOON(Weight.MEDIUM, Place.ENTRIES),
        /** In the bundle and in no slot of this server: another server's, or out of reach. */
        AUTHORITY_WITHOUT_SLOT(Weight.MEDIUM, Place.AUTHORITIES),
        OLD_AUTHORITY_TRUSTED(Weight.MEDIUM, Place.AUTHORITIES),
        TAINTED_AUTHORITY(Weight.MEDIUM, Place.AUTHORITIES),
        STALE_NODE(Weight.MEDIUM, Place.NODES),
        ORPHANED_ENTRY(Weight.LOW, Place.ENTRIES),
        BANNED_NODE(Weight.LOW, Place.NODES);

        private final Weight weight;
        private final Place place;

        Kind(Weight weight, Place place) {
            this.weight = weight;
            this.place = place;
        }

        public Weight weight() {
            return weight;
        }

        public Place place() {
            return place;
        }
    }
}
