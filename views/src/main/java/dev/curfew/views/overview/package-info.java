/** What can be issued, to whom, and until when: the first look at a server. */
@NullMarked
package dev.curfew.views.overview;

import org.jspecify.annotations.NullMarked;
