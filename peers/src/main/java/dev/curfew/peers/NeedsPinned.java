package dev.curfew.peers;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lets tests run where their server is installed; says once in a run what is not tested. */
abstract class NeedsPinned implements ExecutionCondition {
    private static final Set<Pinned> SAID = ConcurrentHashMap.newKeySet();

    private final Pinned server;

    NeedsPinned(Pinned server) {
        this.server = server;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (server.find().isPresent()) {
            return ConditionEvaluationResult.enabled(server.title());
        }
        if (server.isRequired()) {
            throw new IllegalStateException(server.whyMissing());
        }
        if (SAID.add(server)) {
            System.err.println(server.whyMissing());
        }
        return ConditionEvaluationResult.disabled(server.whyMissing());
    }
}
