/**
 * The lab's policy backend: stores, models and tuples over OpenFGA's API, with the answers and
 * texts of OpenFGA 1.22.1.
 */
@NullMarked
package dev.curfew.lab.policy;

import org.jspecify.annotations.NullMarked;
