package dev.curfew.peers;

/** OpenFGA itself is what the contract says. */
@NeedsOpenFga
class RealOpenFgaContractTest extends OpenFgaContract {
    @Override
    OpenFgaPeer startOpenFga() {
        RealOpenFga server = RealOpenFga.keyed(PolicyPeer.KEY);
        return new OpenFgaPeer(server.address(), server::close);
    }
}
