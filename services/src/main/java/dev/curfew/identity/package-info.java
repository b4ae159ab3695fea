/** The domain: who has which identity, where it is bound and under which authority. */
@NullMarked
package dev.curfew.identity;

import org.jspecify.annotations.NullMarked;
