/** YAML that people edit, read with line numbers and without constructing anything. */
@NullMarked
package dev.curfew.delegation.yaml;

import org.jspecify.annotations.NullMarked;
