package dev.curfew.views.shell;

/** The ids of the screens, for those that lead to each other. */
public final class Places {
    public static final String OVERVIEW = "overview";
    public static final String WORKLOADS = "workloads";
    public static final String NODES = "nodes";
    public static final String DELEGATION = "delegation";
    public static final String CONTAINMENTS = "containments";
    public static final String TRUST = "trust";
    public static final String CONNECTIONS = "connections";
    public static final String JOURNAL = "journal";
    public static final String LAB = "lab";

    private Places() {}
}
