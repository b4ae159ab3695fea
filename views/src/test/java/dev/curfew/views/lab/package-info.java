@NullMarked
package dev.curfew.views.lab;

import org.jspecify.annotations.NullMarked;
