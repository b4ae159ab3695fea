package dev.curfew.spire;

import dev.curfew.identity.Selector;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.wire.spire.types.SPIFFEID;
import io.spiffe.exception.InvalidSpiffeIdException;
import io.spiffe.spiffeid.SpiffeId;
import io.spiffe.spiffeid.TrustDomain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns wire IDs and selectors into ours. Keeps one object for equal trust domains, parents and
 * selector lists, because a hundred thousand rows share a few of them. One instance a scan; not for
 * several threads at once.
 */
final class Ids {

    private final Map<String, TrustDomain> trustDomains = new HashMap<>();
    private final Map<String, Map<String, Outcome<SpiffeId>>> shared = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final Map<Selector, Selector> selectors = new HashMap<>();
    private final Map<List<Selector>, List<Selector>> lists = new HashMap<>();
    private final Map<List<TrustDomain>, List<TrustDomain>> federations = new HashMap<>();

    Outcome<SpiffeId> id(SPIFFEID wire) {
        try {
            TrustDomain trustDomain = trustDomain(wire.getTrustDomain());
            String path = wire.getPath();
            if (path.isEmpty()) {
                return Outcome.ok(SpiffeId.fromSegments(trustDomain));
            }
            if (path.charAt(0) != '/') {
                return Outcome.failed(
                        Reason.INVALID_SPIFFE_ID, path, "the path does not begin with a slash");
            }
            return Outcome.ok(SpiffeId.fromSegments(trustDomain, path.substring(1).split("/", -1)));
        } catch (InvalidSpiffeIdException | IllegalArgumentException e) {
            return Outcome.failed(
                    Reason.INVALID_SPIFFE_ID,
                    "spiffe://" + wire.getTrustDomain() + wire.getPath(),
                    String.valueOf(e.getMessage()));
        }
    }

    /** For IDs that many rows share, such as parents. */
    Outcome<SpiffeId> sharedId(SPIFFEID wire) {
        Map<String, Outcome<SpiffeId>> ofDomain =
                shared.computeIfAbsent(wire.getTrustDomain(), _ -> new HashMap<>());
        return ofDomain.computeIfAbsent(wire.getPath(), _ -> id(wire));
    }

    TrustDomain trustDomain(String name) {
        TrustDomain known = trustDomains.get(name);
        if (known == null) {
            known = TrustDomain.parse(name);
            trustDomains.put(name, known);
        }
        return known;
    }

    List<TrustDomain> trustDomains(List<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        List<TrustDomain> list = names.stream().map(this::trustDomain).toList();
        List<TrustDomain> known = federations.putIfAbsent(list, list);
        return known == null ? list : known;
    }

    List<Selector> selectors(List<dev.curfew.wire.spire.types.Selector> wire) {
        Selector[] read = new Selector[wire.size()];
        for (int i = 0; i < read.length; i++) {
            read[i] = selector(wire.get(i).getType(), wire.get(i).getValue());
        }
        List<Selector> list = List.of(read);
        List<Selector> known = lists.putIfAbsent(list, list);
        return known == null ? list : known;
    }

    /** Lists are often different while most of their selectors, and all of their types, are not. */
    private Selector selector(String type, String value) {
        String sharedType = types.computeIfAbsent(type, t -> t);
        Selector read = new Selector(sharedType, value);
        Selector known = selectors.putIfAbsent(read, read);
        return known == null ? read : known;
    }

    static SPIFFEID wire(SpiffeId id) {
        return SPIFFEID.newBuilder()
                .setTrustDomain(id.getTrustDomain().getName())
                .setPath(id.getPath())
                .build();
    }

    static List<dev.curfew.wire.spire.types.Selector> wire(List<Selector> selectors) {
        List<dev.curfew.wire.spire.types.Selector> wire = new ArrayList<>(selectors.size());
        for (Selector selector : selectors) {
            wire.add(
                    dev.curfew.wire.spire.types.Selector.newBuilder()
                            .setType(selector.type())
                            .setValue(selector.value())
                            .build());
        }
        return wire;
    }
}
