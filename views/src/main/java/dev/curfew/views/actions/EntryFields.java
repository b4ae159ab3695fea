package dev.curfew.views.actions;

import dev.curfew.containment.EntryForm;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;

/** The fields of an entry's form as properties. */
final class EntryFields {
    final StringProperty spiffeId;
    final StringProperty parentId;
    final ObjectProperty<List<String>> selectors;
    final StringProperty x509Ttl;
    final StringProperty jwtTtl;
    final StringProperty expiresAt;
    final ObjectProperty<List<String>> federatesWith;
    final ObjectProperty<List<String>> dnsNames;
    final StringProperty hint;
    final BooleanProperty admin;
    final BooleanProperty downstream;
    final BooleanProperty storeSvid;
    final BooleanProperty prefetchDisabled;

    EntryFields(EntryForm start) {
        spiffeId = new SimpleStringProperty(start.spiffeId());
        parentId = new SimpleStringProperty(start.parentId());
        selectors = new SimpleObjectProperty<>(start.selectors());
        x509Ttl = new SimpleStringProperty(start.x509Ttl());
        jwtTtl = new SimpleStringProperty(start.jwtTtl());
        expiresAt = new SimpleStringProperty(start.expiresAt());
        federatesWith = new SimpleObjectProperty<>(start.federatesWith());
        dnsNames = new SimpleObjectProperty<>(start.dnsNames());
        hint = new SimpleStringProperty(start.hint());
        admin = new SimpleBooleanProperty(start.admin());
        downstream = new SimpleBooleanProperty(start.downstream());
        storeSvid = new SimpleBooleanProperty(start.storeSvid());
        prefetchDisabled = new SimpleBooleanProperty(start.prefetchDisabled());
    }

    /** As it stands; empty lines are nobody's wish. */
    EntryForm form() {
        return new EntryForm(
                spiffeId.get(),
                parentId.get(),
                selectors.get(),
                x509Ttl.get(),
                jwtTtl.get(),
                expiresAt.get(),
                federatesWith.get(),
                dnsNames.get(),
                hint.get(),
                admin.get(),
                downstream.get(),
                storeSvid.get(),
                prefetchDisabled.get());
    }

    Subscription onChange(Runnable changed) {
        return List.<Property<?>>of(
                        spiffeId,
                        parentId,
                        selectors,
                        x509Ttl,
                        jwtTtl,
                        expiresAt,
                        federatesWith,
                        dnsNames,
                        hint,
                        admin,
                        downstream,
                        storeSvid,
                        prefetchDisabled)
                .stream()
                .map(property -> property.subscribe(changed))
                .reduce(Subscription.EMPTY, Subscription::and);
    }
}
