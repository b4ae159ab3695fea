package dev.curfew.peers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tests against the real SPIRE. Where it is not installed they are skipped, and it is said that
 * nothing was tested; with {@code -Dcurfew.peers.required=true} they fail instead.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(NeedsSpire.Condition.class)
public @interface NeedsSpire {

    /** Said once in a run. */
    final class Condition implements ExecutionCondition {
        private static final AtomicBoolean SAID = new AtomicBoolean();

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Binaries.find().isPresent()) {
                return ConditionEvaluationResult.enabled("SPIRE " + Binaries.pinned());
            }
            if (Boolean.getBoolean("curfew.peers.required")) {
                throw new IllegalStateException(Binaries.whyMissing());
            }
            if (SAID.compareAndSet(false, true)) {
                System.err.println(Binaries.whyMissing());
            }
            return ConditionEvaluationResult.disabled(Binaries.whyMissing());
        }
    }
}
