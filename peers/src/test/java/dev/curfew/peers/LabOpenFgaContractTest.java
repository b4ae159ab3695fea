package dev.curfew.peers;

import dev.curfew.connect.ServerAddress;
import dev.curfew.lab.LabPolicyServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;

/** The lab's policy backend answers as OpenFGA does. */
class LabOpenFgaContractTest extends OpenFgaContract {
    @Override
    OpenFgaPeer startOpenFga() {
        try {
            LabPolicyServer server =
                    LabPolicyServer.startEmpty(InstantSource.system(), PolicyPeer.KEY);
            return new OpenFgaPeer(
                    new ServerAddress.Tcp("127.0.0.1", server.address().getPort()), server::close);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
