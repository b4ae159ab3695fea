/** What a store file must look like, and how an older one becomes a current one. */
@NullMarked
package dev.curfew.localstore.schema;

import org.jspecify.annotations.NullMarked;
