package dev.curfew.export;

import dev.curfew.estate.TrustRow;
import dev.curfew.text.Moments;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Authorities as JSON: what the bundle says joined with the slot. Pure. */
public final class AuthorityJson {
    private AuthorityJson() {}

    public static ObjectNode write(TrustRow row) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", row.kind().name().toLowerCase(Locale.ROOT));
        json.put("authority_id", row.id());
        json.put("slot", row.slot().name().toLowerCase(Locale.ROOT));
        json.put("in_bundle", row.inBundle());
        json.put("tainted", row.tainted());
        row.notBefore().ifPresent(at -> json.put("not_before", Moments.utc(at)));
        json.put("not_after", Moments.utc(row.notAfter()));
        json.put("upstream_authority_subject_key_id", row.upstreamSubjectKeyId());
        return json;
    }
}
