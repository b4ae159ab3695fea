package dev.curfew.peers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests against the real Cerbos. Where it is not installed they are skipped, and it is said that
 * nothing was tested; with {@code -Dcurfew.peers.required=cerbos} they fail instead.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(NeedsCerbos.Condition.class)
public @interface NeedsCerbos {

    final class Condition extends NeedsPinned {
        Condition() {
            super(Pinned.CERBOS);
        }
    }
}
