package dev.curfew.views.screens;

import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.identity.EntryDraft;
import dev.curfew.identity.FederationRelationship;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.views.actions.Actions;
import io.spiffe.spiffeid.TrustDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;

/** Remembers which actions were started. */
final class FakeActions implements Actions {
    final SimpleObjectProperty<Optional<String>> why =
            new SimpleObjectProperty<>(Optional.of("acme is read-only. Arm it first."));
    final List<String> started = new ArrayList<>();

    @Override
    public SimpleObjectProperty<Optional<String>> whyNot() {
        return why;
    }

    @Override
    public void create(Optional<EntryDraft> template) {
        started.add("create");
    }

    @Override
    public void edit(RegistrationEntry entry) {
        started.add("edit");
    }

    @Override
    public void tighten(List<RegistrationEntry> entries) {
        started.add("tighten");
    }

    @Override
    public void setExpiry(List<RegistrationEntry> entries) {
        started.add("setExpiry");
    }

    @Override
    public void delete(List<RegistrationEntry> entries) {
        started.add("delete");
    }

    @Override
    public void contain(ContainmentTarget target) {
        started.add("contain " + target.subject());
    }

    @Override
    public void ban(Node node) {
        started.add("ban");
    }

    @Override
    public void evict(Node node) {
        started.add("evict");
    }

    @Override
    public void liftBan(Node node) {
        started.add("liftBan");
    }

    @Override
    public void joinToken() {
        started.add("joinToken");
    }

    @Override
    public void addFederation() {
        started.add("addFederation");
    }

    @Override
    public void removeFederation(FederationRelationship relationship) {
        started.add("removeFederation " + relationship.trustDomain().getName());
    }

    @Override
    public void refreshFederation(TrustDomain trustDomain) {
        started.add("refreshFederation " + trustDomain.getName());
    }

    @Override
    public void undo(String operationId) {
        started.add("undo " + operationId);
    }
}
