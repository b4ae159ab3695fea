package dev.curfew.views.actions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.views.gallery.Gallery;
import dev.curfew.views.kit.Look;
import dev.curfew.views.testing.Fx;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

/** Draws the dialogs of the actions; a person looks at the pictures in target/gallery. */
class ActionGalleryTest {
    private static final Look DARK = new Look(true, 1);
    private static final Look LIGHT = new Look(false, 1);
    private static final Look LARGE = new Look(true, 2);

    private final Gallery gallery = new Gallery(Path.of("target", "gallery"));

    private void draw(String name, Consumer<ActionLab> steps) {
        Fx.run(() -> {
            try (ActionLab lab = new ActionLab()) {
                steps.accept(lab);
                write(name, lab, 1440, 900, DARK);
                write(name, lab, 1440, 900, LIGHT);
                write(name, lab, 1000, 700, DARK);
                write(name, lab, 1440, 900, LARGE);
            }
        });
    }

    private void write(String name, ActionLab lab, int width, int height, Look look) {
        look.apply(lab.scene);
        lab.root.resize(width, height);
        Path file = resized(name, lab, width, height, look);
        assertThat(file).exists();
    }

    private Path resized(String name, ActionLab lab, int width, int height, Look look) {
        var scene = lab.scene;
        scene.setRoot(new javafx.scene.Group());
        var sized = new javafx.scene.Scene(lab.root, width, height);
        look.apply(sized);
        try {
            return gallery.write(
                    "action-%s-%s-%dx%d.png".formatted(name, look, width, height),
                    Gallery.snapshot(sized));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            sized.setRoot(new javafx.scene.Group());
            scene.setRoot(lab.root);
        }
    }

    @Test
    void tighten() {
        draw(
                "tighten-form",
                lab -> {
                    lab.flow.tighten(lab.server().entries().value().entries().subList(0, 40));
                    lab.type("tighten-x509", "10m");
                    lab.type("tighten-jwt", "5x");
                    lab.type("tighten-expiry", "+1d");
                });
        draw(
                "tighten-preview",
                lab -> {
                    lab.armed()
                            .flow
                            .tighten(lab.server().entries().value().entries().subList(0, 40));
                    lab.type("tighten-x509", "10m");
                    lab.press("form-preview");
                    lab.press("preview-bound-x509-why");
                });
    }

    @Test
    void deletePreviewAndReport() {
        draw(
                "delete-preview",
                lab -> {
                    lab.armed().flow.delete(List.of(lab.entry("web-researcher")));
                    lab.type("preview-typed", "web-res");
                });
        draw("delete-readonly", lab -> lab.flow.delete(List.of(lab.entry("web-researcher"))));
        draw(
                "delete-report",
                lab -> {
                    lab.armed()
                            .flow
                            .delete(List.of(lab.entry("web-researcher"), lab.entry("planner")));
                    lab.type("preview-typed", "delete 2");
                    lab.press("preview-run");
                });
    }

    @Test
    void nodes() {
        draw("ban", lab -> lab.armed().flow.ban(lab.server().nodes().value().getFirst()));
        draw("evict", lab -> lab.armed().flow.evict(lab.server().nodes().value().getFirst()));
        draw("token-form", lab -> lab.flow.joinToken());
        draw(
                "token-report",
                lab -> {
                    lab.armed().flow.joinToken();
                    lab.press("form-preview");
                    lab.press("preview-run");
                });
    }

    @Test
    void entries() {
        draw(
                "entry-form",
                lab -> {
                    lab.flow.edit(lab.entry("invoice-agent"));
                    lab.find("entry-selectors-1", TextField.class).setText("k8s");
                    lab.type("entry-x509", "1x");
                    lab.press("form-preview");
                });
        draw("entry-new", lab -> lab.flow.create(Optional.empty()));
    }

    @Test
    void federation() {
        draw(
                "federation-form",
                lab -> {
                    lab.flow.addFederation();
                    lab.type("federation-td", "acme.test");
                    lab.press("form-preview");
                });
        draw("unfederate-form", lab -> lab.flow.removeFederation(lab.federation("partner.test")));
        draw(
                "unfederate-preview",
                lab -> {
                    lab.armed().flow.removeFederation(lab.federation("partner.test"));
                    lab.press("form-preview");
                });
    }
}
