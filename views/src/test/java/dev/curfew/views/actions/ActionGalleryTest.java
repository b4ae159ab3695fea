package dev.curfew.views.actions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.identity.RegistrationEntry;
import dev.curfew.views.gallery.Gallery;
import dev.curfew.views.kit.Look;
import dev.curfew.views.testing.Fx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Draws the dialogs of the actions; a person looks at the pictures in target/gallery. */
class ActionGalleryTest {
    private static final Look DARK = new Look(true, 1);
    private static final Look LIGHT = new Look(false, 1);
    private static final Look LARGE = new Look(true, 2);

    private static LabBackend backend;

    private final Gallery gallery = new Gallery(Path.of("target", "gallery"));

    @BeforeAll
    static void start() {
        backend = new LabBackend();
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    private void draw(String name, Consumer<ActionLab> steps) {
        draw(name, steps, 1440, 900, DARK);
        draw(name, steps, 1440, 900, LIGHT);
    }

    private void drawInAllSizes(String name, Consumer<ActionLab> steps) {
        draw(name, steps);
        draw(name, steps, 1000, 700, DARK);
        draw(name, steps, 1440, 900, LARGE);
    }

    private void draw(String name, Consumer<ActionLab> steps, int width, int height, Look look) {
        Fx.run(() -> {
            ActionLab window = new ActionLab(backend, look, width, height);
            steps.accept(window);
            try {
                assertThat(
                                gallery.write(
                                        "action-%s-%s-%dx%d.png"
                                                .formatted(name, look, width, height),
                                        Gallery.snapshot(window.scene)))
                        .exists();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static List<RegistrationEntry> many(ActionLab window) {
        return window.server().entries().value().entries().subList(20, 60);
    }

    @Test
    void tighten() {
        drawInAllSizes(
                "tighten-form",
                window -> {
                    window.flow.tighten(many(window));
                    window.type("tighten-x509", "10m");
                    window.type("tighten-jwt", "2m");
                    window.type("tighten-expiry", "+1d");
                });
        draw(
                "tighten-mistake",
                window -> {
                    window.flow.tighten(many(window));
                    window.type("tighten-x509", "40h");
                    window.type("tighten-jwt", "5x");
                });
        drawInAllSizes(
                "tighten-preview",
                window -> {
                    window.armed().flow.tighten(many(window));
                    window.type("tighten-x509", "10m");
                    window.press("form-preview");
                    window.press("preview-bound-x509-why");
                });
        draw("expiry-form", window -> window.flow.setExpiry(many(window)));
    }

    @Test
    void delete() {
        drawInAllSizes(
                "delete-preview",
                window -> {
                    window.armed().flow.delete(List.of(window.entry("code-writer")));
                    window.type("preview-typed", "code-wri");
                });
        draw("delete-readonly", window -> window.flow.delete(window.entries("mcp-github")));
        draw("delete-alias", window -> window.armed().flow.delete(List.of(window.entry("ai"))));
    }

    @Test
    void report() {
        drawInAllSizes(
                "delete-report",
                window -> {
                    window.armed()
                            .flow
                            .delete(
                                    many(window).stream()
                                            .filter(entry -> !entry.isNodeAlias())
                                            .limit(2)
                                            .toList());
                    window.type("preview-typed", "delete 2");
                    window.press("preview-run");
                });
        draw(
                "report-failed",
                window -> {
                    List<RegistrationEntry> entries = many(window);
                    window.armed().flow.tighten(entries);
                    window.type("tighten-x509", "7m");
                    window.press("form-preview");
                    window.client()
                            .entries()
                            .setTtlsAndExpiry(
                                    entries.stream()
                                            .limit(3)
                                            .map(e ->
                                                    new dev.curfew.spire.EntryUpdate(
                                                            e.id(), e.toDraft()))
                                            .toList());
                    window.press("preview-run");
                });
    }

    @Test
    void nodes() {
        draw("ban", window -> window.armed().flow.ban(window.node("k8s_psat")));
        draw("evict", window -> window.armed().flow.evict(window.node("k8s_psat")));
        draw("token-form", window -> window.flow.joinToken());
        draw(
                "token-report",
                window -> {
                    window.armed().flow.joinToken();
                    window.press("form-preview");
                    window.press("preview-run");
                });
    }

    @Test
    void entries() {
        drawInAllSizes(
                "entry-form",
                window -> {
                    window.flow.edit(window.entry("invoice-agent"));
                    window.find("entry-selectors-1", TextField.class).setText("k8s");
                    window.type("entry-x509", "1x");
                    window.press("form-preview");
                });
        draw("entry-new", window -> window.flow.create(Optional.empty()));
        draw(
                "entry-preview",
                window -> {
                    window.armed().flow.create(Optional.of(window.entry("planner").toDraft()));
                    window.press("form-preview");
                });
    }

    @Test
    void federation() {
        draw(
                "federation-form",
                window -> {
                    window.flow.addFederation();
                    window.type("federation-td", "acme.test");
                    window.press("form-preview");
                });
        draw(
                "unfederate-form",
                window -> window.flow.removeFederation(window.federation("partner.test")));
        draw(
                "unfederate-preview",
                window -> {
                    window.armed().flow.removeFederation(window.federation("partner.test"));
                    window.press("form-preview");
                });
    }
}
