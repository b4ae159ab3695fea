/** One operator's SQLite file behind the ports of the services. */
@NullMarked
package dev.curfew.localstore;

import org.jspecify.annotations.NullMarked;
