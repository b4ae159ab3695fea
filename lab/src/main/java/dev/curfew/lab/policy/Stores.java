package dev.curfew.lab.policy;

import dev.curfew.wire.openfga.AuthorizationModel;
import dev.curfew.wire.openfga.Store;
import dev.curfew.wire.openfga.WriteAuthorizationModelRequest;
import dev.curfew.wire.openfga.WriteRequest;
import dev.curfew.wire.openfga.WriteRequestWrites;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All stores of a backend. Any thread may call. */
public final class Stores {
    private final InstantSource clock;
    private final Ulids ids;
    private final Map<String, PolicyStore> stores = new LinkedHashMap<>();

    /** None yet. */
    public Stores(InstantSource clock) {
        this.clock = clock;
        this.ids = new Ulids(clock);
    }

    /**
     * Makes the store of the AI agents of {@code acme.test}, with their model and their grants,
     * whose times count from now.
     *
     * @return its ID
     */
    public String sow() {
        var store = create("acme-agents").wire().getId();
        var model = AgentsModel.write();
        write(
                WriteAuthorizationModelRequest.newBuilder()
                        .setStoreId(store)
                        .setSchemaVersion(model.getSchemaVersion())
                        .addAllTypeDefinitions(model.getTypeDefinitionsList())
                        .putAllConditions(model.getConditionsMap())
                        .build());
        Writing.write(
                WriteRequest.newBuilder()
                        .setWrites(
                                WriteRequestWrites.newBuilder()
                                        .addAllTupleKeys(AcmeGrants.at(clock.instant())))
                        .build(),
                at(store));
        return store;
    }

    synchronized PolicyStore create(String name) {
        var now = TupleStore.timestamp(clock.instant());
        var store =
                new PolicyStore(
                        Store.newBuilder()
                                .setId(ids.next())
                                .setName(name)
                                .setCreatedAt(now)
                                .setUpdatedAt(now)
                                .build(),
                        clock);
        stores.put(store.wire().getId(), store);
        return store;
    }

    synchronized void delete(String id) {
        stores.remove(id);
    }

    synchronized List<Store> all() {
        return stores.values().stream()
                .map(PolicyStore::wire)
                .filter(store -> !store.getName().isEmpty())
                .toList();
    }

    /** The store of that ID to read from. One that was never made is as empty as a new one. */
    synchronized PolicyStore at(String id) {
        var store = stores.get(id);
        return store == null ? unmade(id) : store;
    }

    /** The same to write to: the real server takes it without a word, and does not list it. */
    synchronized PolicyStore kept(String id) {
        return stores.computeIfAbsent(id, this::unmade);
    }

    private PolicyStore unmade(String id) {
        return new PolicyStore(Store.newBuilder().setId(id).build(), clock);
    }

    synchronized boolean has(String id) {
        return !at(id).wire().getName().isEmpty();
    }

    /**
     * Writes a model into a store.
     *
     * @return its ID
     * @throws PolicyRefusal if it is none
     */
    String write(WriteAuthorizationModelRequest request) {
        var wire =
                AuthorizationModel.newBuilder()
                        .setSchemaVersion(request.getSchemaVersion())
                        .addAllTypeDefinitions(request.getTypeDefinitionsList())
                        .putAllConditions(request.getConditionsMap())
                        .setId(ids.next())
                        .build();
        ModelRules.check(wire);
        kept(request.getStoreId()).add(new Model(wire));
        return wire.getId();
    }
}
