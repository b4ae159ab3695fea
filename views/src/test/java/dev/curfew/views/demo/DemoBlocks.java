package dev.curfew.views.demo;

import dev.curfew.icons.AppIcon;
import dev.curfew.text.Explanation;
import dev.curfew.views.kit.Banner;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Card;
import dev.curfew.views.kit.EmptyState;
import dev.curfew.views.kit.FigureStrip;
import dev.curfew.views.kit.FigureTile;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Origin;
import dev.curfew.views.kit.PageBody;
import dev.curfew.views.kit.Pill;
import dev.curfew.views.kit.Provenance;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.shell.Page;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.util.Subscription;

/** The kit's blocks on one page. */
final class DemoBlocks implements Page {
    private final Ui ui;
    private final PageBody body;

    DemoBlocks(Ui ui) {
        this.ui = ui;
        Banner banner = new Banner("demo-banner", ui);
        banner.fail(
                new Explanation(
                        "lab does not answer.",
                        "No reply came before the deadline: 5 s.",
                        "Other connections go on. Try again."),
                () -> {});
        Card empty =
                new Card(
                        "Containments",
                        new EmptyState(
                                AppIcon.CONTAINMENTS,
                                "Nothing is contained",
                                "What you contain shows here until its last credential is dead.",
                                Buttons.main(Buttons.text("demo-new", "Contain…", () -> {}))));
        empty.subtitle("on acme.test").with(new Pill("2 running", Tone.WARNING));
        body = new PageBody(banner, tiles(), empty);
    }

    private FigureStrip tiles() {
        return new FigureStrip(
                List.of(
                        tile("a", "3", "of 14 agents", "can act and should not", Tone.DANGER),
                        tile("b", "2", "", "residual exposures running", Tone.WARNING),
                        tile("c", "148", "", "credentials alive", Tone.NEUTRAL),
                        tile("d", "6", "", "ended and proved today", Tone.SUCCESS)));
    }

    private FigureTile tile(String id, String figure, String of, String name, Tone tone) {
        FigureTile tile = new FigureTile("demo-" + id);
        tile.show(figure, of, name, tone);
        tile.note(
                Provenance.mark(new Origin.Derived(List.of("89 SVIDs")), ui),
                Labels.caption("89 SVIDs"));
        return tile;
    }

    @Override
    public Node body() {
        return body;
    }

    @Override
    public ObservableValue<String> subtitle() {
        return new SimpleStringProperty("What can still act, on whose behalf, and until when");
    }

    @Override
    public List<Node> actions() {
        return List.of(Buttons.of("demo-read", AppIcon.REFRESH, "Read now", "F5", () -> {}));
    }

    @Override
    public Subscription attached() {
        return Subscription.EMPTY;
    }
}
