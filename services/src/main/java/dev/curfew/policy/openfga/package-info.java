/** OpenFGA: tuples, models, checks, and own explanations where conditions matter. */
@NullMarked
package dev.curfew.policy.openfga;

import org.jspecify.annotations.NullMarked;
