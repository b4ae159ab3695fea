package dev.curfew.connect;

/** What servers may or may not offer, by version, by way of connection and by rights. */
public enum Feature {
    ENTRIES,
    /** SPIRE agents. */
    NODES,
    /** The server's own trust bundle. */
    BUNDLE,
    /** The bundles of other trust domains. */
    FEDERATED_BUNDLES,
    /** Relationships that are kept by the server, not in its configuration file. */
    FEDERATION,
    X509_AUTHORITIES,
    JWT_AUTHORITIES,
    WIT_AUTHORITIES,
    /** Counts and uptime. Local socket only. */
    DEBUG,
    /** The log level. Local socket only. */
    LOGGER,
    /** Readiness. Local socket only. */
    HEALTH
}
