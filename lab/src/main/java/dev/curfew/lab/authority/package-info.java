/** X.509 and JWT authorities of one server, their slots and what they sign. */
@NullMarked
package dev.curfew.lab.authority;

import org.jspecify.annotations.NullMarked;
