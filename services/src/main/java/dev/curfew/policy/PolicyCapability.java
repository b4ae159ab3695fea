package dev.curfew.policy;

/** What a backend can do; controls for anything else do not exist. */
public enum PolicyCapability {
    /** Lists the relationships that it keeps. */
    LIST_RELATIONSHIPS,
    /** Lists its policies. */
    LIST_POLICIES,
    /** Shows its model or schema. */
    MODEL,
    /** Tells what was changed, and when. */
    CHANGES,
    CHECK,
    /** Shows the decisions that it has made for others. */
    DECISIONS,
    EXPLAIN,
    /** Finds the resources that a subject reaches. */
    REACH_RESOURCES,
    /** Tells as a rule which resources a subject reaches. */
    REACH_BY_RULE,
    /** Finds the subjects that reach a resource. */
    REACH_SUBJECTS,
    /** Gives a relationship an earlier end. */
    TIGHTEN,
    /** Ends a relationship. */
    END,
    /** Denies a subject everything, until that is lifted. */
    QUARANTINE
}
