package dev.curfew.lab.agent;

/** A server that does not give an agent what it asks for. */
public final class AgentRefusal extends RuntimeException {
    private final Why why;

    /** Why not. */
    public enum Why {
        /** It accepts and never answers, or is not there. */
        NO_ANSWER,
        /** The node is banned. */
        BANNED,
        /** The server does not know the node: it was evicted, or never attested. */
        UNKNOWN_NODE,
        /** The node's own SVID was signed by an authority that is no longer in the bundle. */
        LOCKED_OUT,
        /** No entry that the server knows lets this node have that. */
        NOT_ENTITLED
    }

    AgentRefusal(Why why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    /** Why not. */
    public Why why() {
        return why;
    }
}
