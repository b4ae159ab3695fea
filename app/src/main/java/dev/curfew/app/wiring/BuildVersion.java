package dev.curfew.app.wiring;

import java.util.Optional;

/** The version that the build wrote into the jar. */
public final class BuildVersion {
    private BuildVersion() {}

    public static String text() {
        String version = BuildVersion.class.getPackage().getImplementationVersion();
        return Optional.ofNullable(version).orElse("(not packaged)");
    }
}
