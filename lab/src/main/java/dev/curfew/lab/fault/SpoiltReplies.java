package dev.curfew.lab.fault;

import com.google.protobuf.Message;
import dev.curfew.wire.spire.agent.ListAgentsResponse;
import dev.curfew.wire.spire.entry.ListEntriesResponse;
import dev.curfew.wire.spire.types.SPIFFEID;

/** Alters the messages of lists. */
final class SpoiltReplies {
    private static final SPIFFEID NO_ID =
            SPIFFEID.newBuilder().setTrustDomain("NOT A trust domain").setPath("no\nslash").build();

    private SpoiltReplies() {}

    /** Rows a request asks for; the largest number if it asks for all of them. */
    static int pageSize(Message request) {
        var field = request.getDescriptorForType().findFieldByName("page_size");
        if (field == null) {
            return 0;
        }
        var size = (Integer) request.getField(field);
        return size <= 0 ? Integer.MAX_VALUE : size;
    }

    static String pageToken(Message request) {
        var field = request.getDescriptorForType().findFieldByName("page_token");
        return field == null ? "" : (String) request.getField(field);
    }

    static Message spoil(Message reply, String requestToken, Faults faults) {
        var spoilt = reply;
        var next = reply.getDescriptorForType().findFieldByName("next_page_token");
        if (faults.repeatsToken() && next != null) {
            // The first page names the second; that one names itself, for ever.
            var token = requestToken.isEmpty() ? reply.getField(next) : requestToken;
            spoilt = spoilt.toBuilder().setField(next, token).build();
        }
        return faults.malformsIds() ? malformed(spoilt) : spoilt;
    }

    private static Message malformed(Message reply) {
        return switch (reply) {
            case ListEntriesResponse entries when entries.getEntriesCount() > 0 ->
                    entries.toBuilder()
                            .setEntries(0, entries.getEntries(0).toBuilder().setSpiffeId(NO_ID))
                            .build();
            case ListAgentsResponse agents when agents.getAgentsCount() > 0 ->
                    agents.toBuilder()
                            .setAgents(0, agents.getAgents(0).toBuilder().setId(NO_ID))
                            .build();
            default -> reply;
        };
    }
}
