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

    @Nested
    class EntryUpdates extends EntryUpdatesContract {
        @Override
        Peer open() {
            return RealPeer.start();
        }
    }

    @Nested
    class EntryClient extends EntryClientContract {
        @Override
        Peer open() {
            return RealPeer.start();
        }
    }

    @Nested
    class Paging extends PagingContract {
        @Override
        Peer open() {
            return RealPeer.start();
        }
    }

    @Nested
    class Filters extends FiltersContract {
        @Override
        Peer open() {
            return RealPeer.start();
        }
    }

    @Nested
    class Nodes extends NodesContract {
        @Override
        Peer open() {
            return RealPeer.start();
        }
    }

    @Nested
    class NodeLife extends NodeLifeContract {
        @Override
        Peer open() {
            return RealPeer.start();
        }
    }

    @Nested
    class Bundles extends BundlesContract {
        @Override
        Peer open() {
            return RealPeer.start();
        }
    }

    @Nested
    class Federation extends FederationContract {
        @Override
        Peer open() {
            return RealPeer.start();
        }
    }

    @Nested
    class Authorities extends AuthoritiesContract {
        @Override
        Peer open() {
            return RealPeer.start();
        }
    }

    @Nested
    class Minting extends MintingContract {
        @Override
        Peer open() {
            return RealPeer.start();
        }
    }

    @Nested
    class LocalServices extends LocalServicesContract {
        @Override
        Peer open() {
            return RealPeer.start();
        }
    }

    @Nested
    class Access extends AccessContract {
        @Override
        Peer open() {
            return RealPeer.start();
        }
    }

    @Nested
    class Changes extends ChangesContract {
        @Override
        Peer open() {
            return RealPeer.start();
        }
    }
}
