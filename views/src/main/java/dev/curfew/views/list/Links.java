package dev.curfew.views.list;

import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.views.shell.Location;
import dev.curfew.views.shell.Navigator;
import dev.curfew.views.shell.Places;
import io.spiffe.spiffeid.SpiffeId;

/** Ways from one thing to another: each is a query on a screen, so that Back works. */
public final class Links {
    private final Navigator navigator;

    public Links(Navigator navigator) {
        this.navigator = navigator;
    }

    public void toEntry(RegistrationEntry entry) {
        workloads("id=" + quoted(entry.id()));
    }

    /** All entries that give this identity. */
    public void toIdentity(SpiffeId id) {
        workloads("id=" + id);
    }

    public void toEntriesBelow(SpiffeId parent) {
        workloads("parent=" + parent);
    }

    public void toEntriesServedBy(Node node) {
        workloads("node=" + node.id());
    }

    public void toNode(Node node) {
        navigator.go(new Location(Places.NODES, "id=" + node.id()));
    }

    public void toNode(SpiffeId id) {
        navigator.go(new Location(Places.NODES, "id=" + id));
    }

    private void workloads(String query) {
        navigator.go(new Location(Places.WORKLOADS, query));
    }

    /** Entry ids are free text; a comma or a blank would end the word. */
    private static String quoted(String id) {
        boolean plain =
                id.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-_.".indexOf(c) >= 0);
        return plain ? id : '"' + id.replace("\"", "") + '"';
    }
}
