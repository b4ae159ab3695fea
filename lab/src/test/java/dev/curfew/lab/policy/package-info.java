@NullMarked
package dev.curfew.lab.policy;

import org.jspecify.annotations.NullMarked;
