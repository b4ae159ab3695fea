package dev.curfew.peers;

import dev.curfew.wire.spire.types.Entry;
import dev.curfew.wire.spire.types.SPIFFEID;
import dev.curfew.wire.spire.types.Selector;
import dev.curfew.wire.spire.types.Status;
import io.grpc.StatusRuntimeException;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Messages as they go over the wire, and what servers say. */
final class Wire {
    private Wire() {}

    static SPIFFEID id(String path) {
        return id(Peer.TRUST_DOMAIN, path);
    }

    static SPIFFEID id(String trustDomain, String path) {
        return SPIFFEID.newBuilder().setTrustDomain(trustDomain).setPath(path).build();
    }

    static Selector selector(String text) {
        int colon = text.indexOf(':');
        return Selector.newBuilder()
                .setType(text.substring(0, colon))
                .setValue(text.substring(colon + 1))
                .build();
    }

    static Entry.Builder entry(String path, String... selectors) {
        Entry.Builder entry = Entry.newBuilder().setSpiffeId(id(path)).setParentId(id("/node"));
        for (String selector : selectors) {
            entry.addSelectors(selector(selector));
        }
        return entry;
    }

    /** What the server says to a call: {@code CODE text}, or {@code OK}. */
    static String said(ThrowingCallable call) {
        StatusRuntimeException thrown =
                Assertions.catchThrowableOfType(StatusRuntimeException.class, call);
        return thrown == null
                ? "OK"
                : thrown.getStatus().getCode() + " " + thrown.getStatus().getDescription();
    }

    /** What the server says to one item of a batch: {@code number text}. */
    static String said(Status item) {
        return item.getCode() + " " + item.getMessage();
    }
}
