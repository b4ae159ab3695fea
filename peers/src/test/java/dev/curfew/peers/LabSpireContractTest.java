package dev.curfew.peers;

import org.junit.jupiter.api.Nested;

/** The lab's server is what the contract says. */
class LabSpireContractTest {
    @Nested
    class Entries extends EntriesContract {
        @Override
        Peer open() {
            return new LabPeer();
        }
    }
}
