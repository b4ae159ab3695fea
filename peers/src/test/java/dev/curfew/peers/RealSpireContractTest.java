package dev.curfew.peers;

import org.junit.jupiter.api.Nested;

/** SPIRE itself is what the contract says. */
@NeedsSpire
class RealSpireContractTest {
    @Nested
    class Entries extends EntriesContract {
        @Override
        Peer open() {
            return RealPeer.start();
        }
    }
}
