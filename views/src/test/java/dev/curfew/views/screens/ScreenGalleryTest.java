package dev.curfew.views.screens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.SecretRef;
import dev.curfew.estate.BackendTrial;
import dev.curfew.estate.Estate;
import dev.curfew.evidence.KeyPlace;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.PolicyWarning;
import dev.curfew.views.connections.ConnectionActions;
import dev.curfew.views.connections.ConnectionDesk.TestResult;
import dev.curfew.views.connections.SecretQuestion;
import dev.curfew.views.gallery.Gallery;
import dev.curfew.views.kit.Look;
import dev.curfew.views.shell.Location;
import dev.curfew.views.shell.Places;
import dev.curfew.views.testing.Fx;
import dev.curfew.views.testing.TestUi;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;

/** Draws the screens in their states; a person looks at the pictures in target/gallery. */
class ScreenGalleryTest {
    private static final Look DARK = new Look(true, 1);
    private static final Look LIGHT = new Look(false, 1);
    private static final Look LARGE = new Look(true, 2);

    private final Gallery gallery = new Gallery(Path.of("target", "gallery"));

    private void draw(String name, Estate estate, Consumer<ScreensWindow> state) {
        draw(name, 1440, 900, DARK, estate, state);
        draw(name, 1440, 900, LIGHT, estate, state);
        draw(name, 1000, 700, DARK, estate, state);
        draw(name, 1440, 900, LARGE, estate, state);
    }

    private void draw(
            String name,
            int width,
            int height,
            Look look,
            Estate estate,
            Consumer<ScreensWindow> state) {
        Path written =
                Fx.call(() -> {
                    ScreensWindow window = new ScreensWindow(estate);
                    var scene = window.scene(width, height, look);
                    state.accept(window);
                    return gallery.write(
                            "%s-%s-%dx%d.png".formatted(name, look, width, height),
                            ScreensWindow.picture(scene));
                });
        assertThat(written).exists();
    }

    @Test
    void overview() {
        draw("overview", LabEstate.estate(), window -> {});
    }

    @Test
    void troubles() {
        draw("overview-none", Estate.EMPTY, window -> {});
        draw("overview-down", Troubles.down(), window -> {});
        draw(
                "connections-down",
                Troubles.down(),
                window -> window.navigator.go(new Location(Places.CONNECTIONS, "partner-dr")));
        draw("trust-down", Troubles.down(), window -> window.navigator.go(Places.TRUST));
    }

    @Test
    void questions() {
        draw(
                "arm",
                LabEstate.estate(),
                window ->
                        new ConnectionActions(window.desk, window.backends, window.ui).arm("acme"));
        draw(
                "secret",
                LabEstate.estate(),
                window ->
                        new SecretQuestion(window.ui)
                                .ask("the key store /etc/curfew/console.p12", secret -> {}));
    }

    @Test
    void authorities() {
        draw(
                "authorities",
                LabEstate.estate(),
                window -> {
                    window.navigator.go(Places.TRUST);
                    selectFirst(window, "#trust-authorities");
                });
    }

    @Test
    void federation() {
        draw(
                "federation",
                LabEstate.estate(),
                window -> {
                    window.navigator.go(new Location(Places.TRUST, "federation"));
                    selectFirst(window, "#trust-federation");
                });
    }

    @Test
    void connections() {
        draw(
                "connections",
                LabEstate.estate(),
                window -> {
                    window.desk.armed.set(Map.of("acme", TestUi.NOW.plusSeconds(877)));
                    window.navigator.go(Places.CONNECTIONS);
                    selectFirst(window, "#connections");
                });
    }

    @Test
    void backends() {
        Estate some =
                BackendEstates.with(
                        LabEstate.estate(), BackendEstates.open(), BackendEstates.decides());
        draw(
                "backends",
                some,
                window -> {
                    window.desk.armed.set(Map.of("policies-eu", TestUi.NOW.plusSeconds(611)));
                    showBackend(window);
                });
        draw(
                "backends-told",
                BackendEstates.with(LabEstate.estate(), BackendEstates.told()),
                window -> {
                    window.navigator.go(Places.CONNECTIONS);
                    window.connections.open("relations");
                });
        draw(
                "backends-down",
                BackendEstates.with(LabEstate.estate(), BackendEstates.down()),
                ScreenGalleryTest::showBackend);
        draw(
                "backends-partial",
                BackendEstates.with(LabEstate.estate(), BackendEstates.partial()),
                ScreenGalleryTest::showBackend);
        draw(
                "connections-unread",
                some,
                window -> {
                    window.backends.unreadable(
                            "policies-new", "the connection says proxy, which is not known here");
                    window.navigator.go(Places.CONNECTIONS);
                });
        draw("backend-form", some, ScreenGalleryTest::newBackend);
        draw(
                "backend-form-errors",
                some,
                window -> {
                    newBackend(window);
                    type(window, "#backend-name", "gateway");
                    type(window, "#backend-address", "authz.prod-eu.acme.test");
                    toggle(window, "#backend-way-1");
                    toggle(window, "#backend-proof-1");
                    fire(window, "#backend-test");
                });
        draw(
                "backend-form-tried",
                some,
                window -> {
                    newBackend(window);
                    type(window, "#backend-name", "policies-us");
                    type(window, "#backend-address", "authz.prod-us.acme.test:8081");
                    fire(window, "#backend-test");
                    window.backends.answerTest(
                            Outcome.ok(
                                    new BackendTrial(
                                            Duration.ofMillis(6),
                                            BackendEstates.open().capabilities(),
                                            List.of(PolicyWarning.OPEN_ENGINE),
                                            1_204,
                                            0,
                                            new TreeSet<>(List.of("doc#owner", "doc#viewer")),
                                            true,
                                            Optional.empty())));
                });
        draw(
                "backend-form-failed",
                some,
                window -> {
                    newBackend(window);
                    type(window, "#backend-name", "policies-us");
                    type(window, "#backend-address", "authz.prod-us.acme.test:8081");
                    fire(window, "#backend-test");
                    window.backends.answerTest(
                            Outcome.failed(
                                    Reason.NOT_A_BACKEND,
                                    "authz.prod-us.acme.test:8081",
                                    "it has no such service"));
                });
    }

    private static void showBackend(ScreensWindow window) {
        window.navigator.go(Places.CONNECTIONS);
        Gallery.snapshot(window.root.getScene());
        window.connections.open("policies-eu");
    }

    private static void newBackend(ScreensWindow window) {
        window.navigator.go(Places.CONNECTIONS);
        fire(window, "#connections-newBackend");
    }

    private static void toggle(ScreensWindow window, String id) {
        if (window.root.lookup(id) instanceof ToggleButton button) {
            button.fire();
        } else {
            throw new IllegalStateException(id);
        }
    }

    @Test
    void connectionForm() {
        draw(
                "connection-form",
                LabEstate.estate(),
                window -> {
                    window.navigator.go(Places.CONNECTIONS);
                    fire(window, "#connections-new");
                    type(window, "#connection-name", "acme");
                    type(window, "#connection-address", "spire.prod-eu.acme.test");
                    type(window, "#connection-trust-domain", "Acme Test");
                    type(window, "#connection-jwt-ttl", "5 min");
                });
    }

    @Test
    void connectionTests() {
        draw(
                "connection-passed",
                LabEstate.estate(),
                window -> {
                    editSaved(window);
                    window.desk
                            .trial
                            .orElseThrow()
                            .accept(
                                    Outcome.ok(
                                            new TestResult(
                                                    LabEstate.estate()
                                                            .servers()
                                                            .getFirst()
                                                            .capabilities()
                                                            .orElseThrow(),
                                                    window.desk.own("prod-eu"))));
                });
        draw(
                "connection-failed",
                LabEstate.estate(),
                window -> {
                    editSaved(window);
                    window.desk
                            .trial
                            .orElseThrow()
                            .accept(
                                    Outcome.failed(
                                            Reason.CREDENTIAL_REFUSED,
                                            "spire.prod-eu.acme.test:8081",
                                            "remote error: bad certificate"));
                });
    }

    private static void editSaved(ScreensWindow window) {
        window.navigator.go(new Location(Places.CONNECTIONS, "prod-eu"));
        Gallery.snapshot(window.root.getScene());
        window.connections.open("partner-dr");
        Gallery.snapshot(window.root.getScene());
        fire(window, "#connection-edit");
        fire(window, "#connection-test");
    }

    private static void fire(ScreensWindow window, String id) {
        Gallery.snapshot(window.root.getScene());
        if (window.root.lookup(id) instanceof Button button) {
            button.fire();
        } else {
            throw new IllegalStateException(id);
        }
    }

    private static void type(ScreensWindow window, String id, String text) {
        if (window.root.lookup(id) instanceof TextField field) {
            field.setText(text);
        } else {
            throw new IllegalStateException(id);
        }
    }

    @Test
    void journal() {
        draw(
                "journal",
                LabEstate.estate(),
                window -> {
                    window.navigator.go(Places.JOURNAL);
                    Gallery.snapshot(window.root.getScene());
                    if (window.root.lookup("#journal") instanceof TableView<?> found) {
                        found.getSelectionModel().select(7);
                    }
                });
    }

    @Test
    void journalOfSettings() {
        draw(
                "journal-rules",
                LabEstate.estate(),
                window -> {
                    Settings.change(window.journal);
                    window.navigator.go(Places.JOURNAL);
                    Gallery.snapshot(window.root.getScene());
                    if (window.root.lookup("#journal") instanceof TableView<?> found) {
                        found.getSelectionModel().select(2);
                    }
                });
    }

    @Test
    void evidence() {
        draw(
                "evidence",
                LabEstate.estate(),
                window -> {
                    window.evidence.known =
                            Optional.of(
                                    new KeyPlace(
                                            Path.of("/home/oncall/evidence.p12"),
                                            new SecretRef.EnvironmentVariable("EVIDENCE_PASS")));
                    window.navigator.go(Places.JOURNAL);
                    Gallery.snapshot(window.root.getScene());
                    if (window.root.lookup("#journal") instanceof TableView<?> found) {
                        found.getSelectionModel().select(7);
                    }
                    Gallery.snapshot(window.root.getScene());
                    if (window.root.lookup("#journal-evidence") instanceof Button button) {
                        button.fire();
                    }
                    Gallery.snapshot(window.root.getScene());
                });
    }

    private static void selectFirst(ScreensWindow window, String table) {
        Gallery.snapshot(window.root.getScene());
        if (window.root.lookup(table) instanceof TableView<?> found) {
            found.getSelectionModel().select(0);
        }
    }
}
