@NullMarked
package dev.curfew.policy.extauthz;

import org.jspecify.annotations.NullMarked;
