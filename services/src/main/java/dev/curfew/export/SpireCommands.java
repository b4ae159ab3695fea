package dev.curfew.export;

import dev.curfew.identity.EntryDraft;
import dev.curfew.identity.FederationRelationship;
import dev.curfew.identity.FederationRelationship.Profile;
import io.spiffe.spiffeid.SpiffeId;
import io.spiffe.spiffeid.TrustDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What to type for SPIRE's own command line to do the same, in one line for a Unix shell: for
 * runbooks and for who has no Curfew at hand. It has no option for an entry without prefetch. Pure.
 */
public final class SpireCommands {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,-]+");

    private SpireCommands() {}

    public static String createEntry(EntryDraft entry) {
        Line line = new Line("entry", "create");
        whole(line, entry);
        return line.text();
    }

    /** SPIRE's update replaces the whole entry, so all of it is given. */
    public static String updateEntry(String id, EntryDraft wanted) {
        Line line = new Line("entry", "update").with("-entryID", id);
        whole(line, wanted);
        return line.text();
    }

    public static String showEntry(String id) {
        return new Line("entry", "show").with("-entryID", id).text();
    }

    public static String deleteEntry(String id) {
        return new Line("entry", "delete").with("-entryID", id).text();
    }

    public static String banNode(SpiffeId id) {
        return new Line("agent", "ban").with("-spiffeID", id.toString()).text();
    }

    public static String evictNode(SpiffeId id) {
        return new Line("agent", "evict").with("-spiffeID", id.toString()).text();
    }

    public static String addFederation(FederationRelationship relationship) {
        Line line =
                new Line("federation", "create")
                        .with("-trustDomain", relationship.trustDomain().getName())
                        .with("-bundleEndpointURL", relationship.endpointUrl());
        return switch (relationship.profile()) {
            case Profile.HttpsWeb _ -> line.with("-bundleEndpointProfile", "https_web").text();
            case Profile.HttpsSpiffe(var endpoint) ->
                    line.with("-bundleEndpointProfile", "https_spiffe")
                            .with("-endpointSpiffeID", endpoint.toString())
                            .text();
        };
    }

    public static String removeFederation(TrustDomain trustDomain) {
        return new Line("federation", "delete").with("-id", trustDomain.getName()).text();
    }

    private static void whole(Line line, EntryDraft entry) {
        line.with("-spiffeID", entry.spiffeId().toString());
        line.with("-parentID", entry.parentId().toString());
        entry.selectors().forEach(selector -> line.with("-selector", selector.toString()));
        line.unless(entry.x509TtlSeconds() == 0, "-x509SVIDTTL", entry.x509TtlSeconds());
        line.unless(entry.jwtTtlSeconds() == 0, "-jwtSVIDTTL", entry.jwtTtlSeconds());
        line.unless(entry.expiresAtSeconds() == 0, "-entryExpiry", entry.expiresAtSeconds());
        entry.federatesWith().forEach(peer -> line.with("-federatesWith", peer.toIdString()));
        entry.dnsNames().forEach(name -> line.with("-dns", name));
        line.unless(entry.hint().isEmpty(), "-hint", entry.hint());
        line.flag(entry.admin(), "-admin");
        line.flag(entry.downstream(), "-downstream");
        line.flag(entry.storeSvid(), "-storeSVID");
    }

    /** One command, word by word; every value is quoted unless it is plain for every shell. */
    private static final class Line {
        private final List<String> words = new ArrayList<>();

        Line(String noun, String verb) {
            words.addAll(List.of("spire-server", noun, verb));
        }

        Line with(String option, String value) {
            words.add(option);
            words.add(quoted(value));
            return this;
        }

        void unless(boolean left, String option, Object value) {
            if (!left) {
                with(option, String.valueOf(value));
            }
        }

        void flag(boolean set, String option) {
            if (set) {
                words.add(option);
            }
        }

        String text() {
            return String.join(" ", words);
        }

        private static String quoted(String value) {
            return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
        }
    }
}
