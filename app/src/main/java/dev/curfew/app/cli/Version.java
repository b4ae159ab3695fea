package dev.curfew.app.cli;

import dev.curfew.app.wiring.BuildVersion;
import picocli.CommandLine.IVersionProvider;

final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"curfew " + BuildVersion.text()};
    }
}
