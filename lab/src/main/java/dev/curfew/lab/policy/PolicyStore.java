package dev.curfew.lab.policy;

import dev.curfew.wire.openfga.AuthorizationModel;
import dev.curfew.wire.openfga.ErrorCode;
import dev.curfew.wire.openfga.Store;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One store: its models and its tuples. Any thread may call. */
final class PolicyStore {
    private final Store wire;
    private final TupleStore tuples;
    private final List<Model> models = new ArrayList<>();

    PolicyStore(Store wire, InstantSource clock) {
        this.wire = wire;
        this.tuples = new TupleStore(clock);
    }

    Store wire() {
        return wire;
    }

    TupleStore tuples() {
        return tuples;
    }

    synchronized void add(Model model) {
        models.add(model);
    }

    /** The newest first. */
    synchronized List<AuthorizationModel> models() {
        return models.reversed().stream().map(Model::wire).toList();
    }

    synchronized Optional<Model> model(String id) {
        return models.stream().filter(model -> model.wire().getId().equals(id)).findFirst();
    }

    /**
     * The model that a request means.
     *
     * @param id empty for the newest
     * @throws PolicyRefusal if there is none
     */
    synchronized Model meant(String id) {
        if (!id.isEmpty()) {
            return model(id).orElseThrow(() -> PolicyRefusal.noSuchModel(id));
        }
        if (models.isEmpty()) {
            throw noModel(wire.getId());
        }
        return models.getLast();
    }

    static PolicyRefusal noModel(String storeId) {
        return PolicyRefusal.of(
                ErrorCode.latest_authorization_model_not_found,
                "No authorization models found for store '%s'".formatted(storeId));
    }
}
