package dev.curfew.views.containments;

import dev.curfew.containment.plan.TargetText;
import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.views.shell.Location;
import dev.curfew.views.shell.Places;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * What the screen of containments can be opened with, so that Back and Forward lead there. Pure.
 */
public sealed interface Address {
    String PLAN = "plan ";
    String RESTORE = "restore ";
    String FILE = "file ";
    String QUERY = "where ";

    /** The list, filtered by a query that may be empty. */
    record All(String query) implements Address {}

    record One(String id) implements Address {}

    record Plan(ContainmentTarget target) implements Address {}

    record Restore(String id) implements Address {}

    record SavedPlan(Path file) implements Address {}

    /** Anything that can not be read is the whole list. */
    static Address read(String argument) {
        if (argument.startsWith(PLAN)) {
            return switch (TargetText.read(argument.substring(PLAN.length()))) {
                case Ok<ContainmentTarget>(var target) -> new Plan(target);
                case Failed<ContainmentTarget> _ -> new All("");
            };
        }
        if (argument.startsWith(RESTORE)) {
            return new Restore(argument.substring(RESTORE.length()));
        }
        if (argument.startsWith(FILE)) {
            try {
                return new SavedPlan(Path.of(argument.substring(FILE.length())));
            } catch (InvalidPathException e) {
                return new All("");
            }
        }
        if (argument.startsWith(QUERY)) {
            return new All(argument.substring(QUERY.length()));
        }
        return argument.isEmpty() ? new All("") : new One(argument);
    }

    default Location location() {
        return new Location(
                Places.CONTAINMENTS,
                switch (this) {
                    case All(var query) -> query.isEmpty() ? "" : QUERY + query;
                    case One(var id) -> id;
                    case Plan(var target) -> PLAN + TargetText.write(target);
                    case Restore(var id) -> RESTORE + id;
                    case SavedPlan(var file) -> FILE + file;
                });
    }
}
