package dev.curfew.views.trust;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.actions.Actions;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Segments;
import dev.curfew.views.kit.Subscriptions;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.query.QueryField;
import dev.curfew.views.shell.Navigator;
import dev.curfew.views.shell.Page;
import dev.curfew.views.shell.ShellActions;
import dev.curfew.views.trust.TrustViewModel.TrustState;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/** Authorities and federation, one list at a time. */
public final class TrustPage implements Page {
    /** An argument that begins so is a query over the relationships. */
    public static final String FEDERATION = "federation";

    private final Ui ui;
    private final TrustViewModel model;
    private final Actions actions;
    private final ShellActions shell;
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private final Segments tabs;
    private final AuthorityList authorities;
    private final FederationList federation;
    private final ActionButton add;
    private final BorderPane body = new BorderPane();
    private boolean federationShown;

    public TrustPage(
            TrustViewModel model, Actions actions, Navigator navigator, ShellActions shell, Ui ui) {
        this.ui = ui;
        this.model = model;
        this.actions = actions;
        this.shell = shell;
        authorities = new AuthorityList(model, this::readNow, ui);
        federation = new FederationList(model, actions, navigator, this::readNow, ui);
        tabs =
                new Segments(
                        "trust-tabs",
                        ui.text("trust.tabs"),
                        List.of(
                                ui.text("trust.tab.authorities", ""),
                                ui.text("trust.tab.federation", "")),
                        index -> choose(index == 1));
        add = Buttons.of("trust-add", AppIcon.ADD, ui.text("trust.add"), actions::addFederation);
        HBox bar = new HBox(tabs);
        bar.getStyleClass().add("tab-bar");
        body.setTop(bar);
        body.setMinSize(0, 0);
        choose(false);
    }

    private void choose(boolean showFederation) {
        federationShown = showFederation;
        tabs.choose(showFederation ? 1 : 0);
        body.setCenter(showFederation ? federation.node() : authorities.node());
    }

    AuthorityList authorities() {
        return authorities;
    }

    FederationList federation() {
        return federation;
    }

    @Override
    public Node body() {
        return body;
    }

    @Override
    public ObservableValue<String> subtitle() {
        return subtitle.getReadOnlyProperty();
    }

    @Override
    public List<Node> actions() {
        return List.of(add);
    }

    @Override
    public void open(String argument) {
        if (argument.isEmpty()) {
            return;
        }
        boolean wanted = argument.equals(FEDERATION) || argument.startsWith(FEDERATION + " ");
        choose(wanted);
        if (wanted) {
            federation.query().setQuery(argument.substring(FEDERATION.length()).strip());
        } else {
            authorities.query().setQuery(argument);
        }
    }

    @Override
    public void readNow() {
        model.stateProperty().get().server().ifPresent(server -> shell.readNow(server.name()));
    }

    @Override
    public void focusFilter() {
        shownQuery().focusField();
    }

    private QueryField shownQuery() {
        return federationShown ? federation.query() : authorities.query();
    }

    @Override
    public boolean escape() {
        boolean open =
                federationShown
                        ? federation.table().currentProperty().get() != null
                        : authorities.table().currentProperty().get() != null;
        if (federationShown) {
            federation.table().select(null);
        } else {
            authorities.table().select(null);
        }
        return open;
    }

    @Override
    public Subscription attached() {
        return new Subscriptions()
                .add(model.stateProperty().subscribe(this::show))
                .add(
                        actions.whyNot()
                                .subscribe(why -> {
                                    add.refuse(why.orElse(""));
                                    federation.showAgain();
                                }))
                .add(model.attached())
                .add(ui.ticker().everySecond(() -> showSubtitle(model.stateProperty().get())));
    }

    private void show(TrustState state) {
        authorities.show(state);
        federation.show(state);
        tabs.rename(0, ui.text("trust.tab.authorities", state.allAuthorities().size()));
        tabs.rename(1, ui.text("trust.tab.federation", state.allFederation().size()));
        showSubtitle(state);
    }

    private void showSubtitle(TrustState state) {
        subtitle.set(
                state.server()
                        .map(server -> {
                            String name =
                                    server.trustDomain()
                                            .map(domain -> domain.getName())
                                            .orElse(server.name());
                            return server.authorities()
                                    .readAt()
                                    .map(at ->
                                            ui.text(
                                                    "trust.subtitle.read",
                                                    name,
                                                    ui.ages().at(at),
                                                    ui.ages().since(at)))
                                    .orElseGet(() -> ui.text("trust.subtitle", name));
                        })
                        .orElseGet(() -> ui.text("trust.noServer")));
    }
}
