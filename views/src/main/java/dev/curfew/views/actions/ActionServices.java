package dev.curfew.views.actions;

import dev.curfew.connect.Arming;
import dev.curfew.containment.Planner;
import dev.curfew.containment.ReversalWatch;
import dev.curfew.containment.Runner;
import dev.curfew.containment.Undo;

/** What actions are made with. All but the planner and the arming block, so tasks call them. */
public record ActionServices(
        Planner planner, Runner runner, Undo undo, ReversalWatch watch, Arming arming) {}
