@NullMarked
package dev.curfew.lab;

import org.jspecify.annotations.NullMarked;
