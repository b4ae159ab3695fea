@org.jspecify.annotations.NullMarked
package dev.curfew.delegation;
