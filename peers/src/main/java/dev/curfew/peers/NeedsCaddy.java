package dev.curfew.peers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests with a real Caddy in front of a server. Where it is not installed they are skipped, and it
 * is said that nothing was tested; with {@code -Dcurfew.peers.required=caddy} they fail instead.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(NeedsCaddy.Condition.class)
public @interface NeedsCaddy {

    final class Condition extends NeedsPinned {
        Condition() {
            super(Pinned.CADDY);
        }
    }
}
