/** What every service of the lab needs: refusals, answers, pages. */
@NullMarked
package dev.curfew.lab.rpc;

import org.jspecify.annotations.NullMarked;
