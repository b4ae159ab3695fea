package dev.curfew.views.actions;

import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.identity.EntryDraft;
import dev.curfew.identity.FederationRelationship;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import io.spiffe.spiffeid.TrustDomain;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/**
 * What an operator can start from a screen, on the connection that the screens show. Each opens its
 * dialog and goes on from there by itself: form where needed, preview, confirmation, progress,
 * report, undo. JavaFX thread only; nothing here waits.
 */
public interface Actions {
    /** Why nothing may be written now, in a sentence; empty: the connection is armed. */
    ObservableValue<Optional<String>> whyNot();

    /**
     * @param template to start from; empty: an empty form
     */
    void create(Optional<EntryDraft> template);

    void edit(RegistrationEntry entry);

    void tighten(List<RegistrationEntry> entries);

    void setExpiry(List<RegistrationEntry> entries);

    void delete(List<RegistrationEntry> entries);

    /** Opens the page that plans a containment; it writes nothing, so it is never refused. */
    void contain(ContainmentTarget target);

    void ban(Node node);

    void evict(Node node);

    void liftBan(Node node);

    void joinToken();

    void addFederation();

    void removeFederation(FederationRelationship relationship);

    void refreshFederation(TrustDomain trustDomain);

    /** Plans to put back an earlier action. */
    void undo(String operationId);
}
