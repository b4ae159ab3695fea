@NullMarked
package dev.curfew.policy.question;

import org.jspecify.annotations.NullMarked;
