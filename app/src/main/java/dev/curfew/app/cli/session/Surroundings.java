package dev.curfew.app.cli.session;

import dev.curfew.app.Hooks;
import dev.curfew.app.wiring.LabHost;
import dev.curfew.connect.Secrets;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a command finds around it; tests bring their own.
 *
 * @param out for data alone
 * @param err for everything that is said about it
 * @param user who is journaled as the operator
 * @param storeFile unless {@code --store} names another
 * @param lab made for each run
 * @param watchPauses between the later looks at what was changed
 * @param noDisplay whether no window can open here
 */
public record Surroundings(
        PrintWriter out,
        PrintWriter err,
        Map<String, String> environment,
        String user,
        InstantSource clock,
        Path storeFile,
        Secrets secrets,
        Supplier<LabHost> lab,
        List<Duration> watchPauses,
        boolean noDisplay,
        Hooks hooks,
        Stop stop) {}
