package dev.curfew.views.actions;

import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.views.kit.FxThread;
import java.time.ZoneId;
import java.util.function.Consumer;

/**
 * What the application gives to the actions.
 *
 * @param operator who confirms, for the journal
 * @param zone of times that are typed without one; the one that the window shows
 * @param arm arms a connection for fifteen minutes
 * @param contain opens the page of a containment that is to be made
 * @param crashed shows a bug of ours
 */
public record ActionHost(
        String operator,
        ZoneId zone,
        FxThread fx,
        Consumer<String> arm,
        Consumer<ContainmentTarget> contain,
        Consumer<Throwable> crashed) {}
