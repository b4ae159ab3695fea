@NullMarked
package dev.curfew.policy.openfga;

import org.jspecify.annotations.NullMarked;
