package dev.curfew.lab.authority;

/** Told after an X.509 authority of this server was tainted. */
@FunctionalInterface
public interface TaintListener {
    /** The hex of its subject key id. */
    void tainted(String authorityId);
}
