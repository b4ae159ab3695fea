package dev.curfew.views.kit;

import javafx.scene.Node;

/** A part of a page that keeps itself up to date while the page is shown. */
public interface Block extends Attachable {
    Node node();
}
