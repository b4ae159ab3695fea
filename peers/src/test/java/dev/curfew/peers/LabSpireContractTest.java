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

    @Nested
    class EntryUpdates extends EntryUpdatesContract {
        @Override
        Peer open() {
            return new LabPeer();
        }
    }

    @Nested
    class EntryClient extends EntryClientContract {
        @Override
        Peer open() {
            return new LabPeer();
        }
    }

    @Nested
    class Paging extends PagingContract {
        @Override
        Peer open() {
            return new LabPeer();
        }
    }

    @Nested
    class Filters extends FiltersContract {
        @Override
        Peer open() {
            return new LabPeer();
        }
    }

    @Nested
    class Nodes extends NodesContract {
        @Override
        Peer open() {
            return new LabPeer();
        }
    }

    @Nested
    class NodeLife extends NodeLifeContract {
        @Override
        Peer open() {
            return new LabPeer();
        }
    }

    @Nested
    class Bundles extends BundlesContract {
        @Override
        Peer open() {
            return new LabPeer();
        }
    }

    @Nested
    class Federation extends FederationContract {
        @Override
        Peer open() {
            return new LabPeer();
        }
    }

    @Nested
    class Authorities extends AuthoritiesContract {
        @Override
        Peer open() {
            return new LabPeer();
        }
    }

    @Nested
    class Minting extends MintingContract {
        @Override
        Peer open() {
            return new LabPeer();
        }
    }

    @Nested
    class LocalServices extends LocalServicesContract {
        @Override
        Peer open() {
            return new LabPeer();
        }
    }

    @Nested
    class Access extends AccessContract {
        @Override
        Peer open() {
            return new LabPeer();
        }
    }

    @Nested
    class Changes extends ChangesContract {
        @Override
        Peer open() {
            return new LabPeer();
        }
    }
}
