/**
 * The gRPC server: listeners, TLS, who may call what, and the services about the process itself.
 */
@NullMarked
package dev.curfew.lab.server;

import org.jspecify.annotations.NullMarked;
