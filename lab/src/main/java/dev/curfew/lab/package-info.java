/**
 * SPIRE servers in process, for tests and for training: real gRPC, real certificates, nothing of
 * the user's.
 */
@NullMarked
package dev.curfew.lab;

import org.jspecify.annotations.NullMarked;
