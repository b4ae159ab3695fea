package dev.curfew.views.list;

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
public final class RecordedActions implements Actions {
    public final SimpleObjectProperty<Optional<String>> why =
            new SimpleObjectProperty<>(Optional.empty());
    public final List<String> started = new ArrayList<>();

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
        started.add("edit " + entry.id());
    }

    @Override
    public void tighten(List<RegistrationEntry> entries) {
        started.add("tighten " + ids(entries));
    }

    @Override
    public void setExpiry(List<RegistrationEntry> entries) {
        started.add("setExpiry " + ids(entries));
    }

    @Override
    public void delete(List<RegistrationEntry> entries) {
        started.add("delete " + ids(entries));
    }

    @Override
    public void contain(ContainmentTarget target) {
        started.add("contain " + target.subject());
    }

    @Override
    public void ban(Node node) {
        started.add("ban " + node.id().getPath());
    }

    @Override
    public void evict(Node node) {
        started.add("evict " + node.id().getPath());
    }

    @Override
    public void liftBan(Node node) {
        started.add("liftBan " + node.id().getPath());
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

    private static List<String> ids(List<RegistrationEntry> entries) {
        return entries.stream().map(RegistrationEntry::id).toList();
    }
}
