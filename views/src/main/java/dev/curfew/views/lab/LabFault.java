package dev.curfew.views.lab;

/** What can be made to go wrong in the lab while it runs. */
public enum LabFault {
    CONTROLLER("controller", "lab.fault.controller", "lab.fault.controller.what"),
    HANGING("hanging", "lab.fault.hanging", "lab.fault.hanging.what"),
    WRONG_CLOCK("clock", "lab.fault.clock", "lab.fault.clock.what"),
    SECOND_SERVER("second", "lab.fault.second", "lab.fault.second.what");

    private final String id;
    private final String nameKey;
    private final String whatKey;

    LabFault(String id, String nameKey, String whatKey) {
        this.id = id;
        this.nameKey = nameKey;
        this.whatKey = whatKey;
    }

    String id() {
        return id;
    }

    String nameKey() {
        return nameKey;
    }

    /** What it does, in a sentence or two. */
    String whatKey() {
        return whatKey;
    }
}
