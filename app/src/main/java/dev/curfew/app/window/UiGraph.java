package dev.curfew.app.window;

import dev.curfew.app.wiring.Closer;
import dev.curfew.app.wiring.CoreGraph;
import dev.curfew.app.wiring.Prompter;
import dev.curfew.containment.ReversalWatch;
import dev.curfew.delegation.check.FirstSeen;
import dev.curfew.delegation.check.KeptCheckSettings;
import dev.curfew.delegation.check.Waivers;
import dev.curfew.delegation.rules.KeptRules;
import dev.curfew.estate.EstateService;
import dev.curfew.text.Explanation;
import dev.curfew.text.Texts;
import dev.curfew.views.actions.ActionFlow;
import dev.curfew.views.actions.ActionHost;
import dev.curfew.views.actions.ActionServices;
import dev.curfew.views.actions.ReportsButton;
import dev.curfew.views.connections.SecretQuestion;
import dev.curfew.views.containments.ClosingQuestion;
import dev.curfew.views.delegation.AddedModel;
import dev.curfew.views.delegation.FindingMemory;
import dev.curfew.views.delegation.FindingsModel;
import dev.curfew.views.delegation.RulesModel;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.kit.Ages;
import dev.curfew.views.kit.FxTicker;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.PlatformFxThread;
import dev.curfew.views.kit.Tasks;
import dev.curfew.views.kit.Theme;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.kit.VirtualTasks;
import dev.curfew.views.kit.dialog.JavaFxDesk;
import dev.curfew.views.kit.dialog.NoticeBar;
import dev.curfew.views.kit.dialog.OverlayPane;
import dev.curfew.views.kit.dialog.StageWindow;
import dev.curfew.views.kit.dialog.SystemDesk;
import dev.curfew.views.kit.dialog.WindowDialogs;
import dev.curfew.views.shell.Navigator;
import dev.curfew.views.shell.ShellView;
import dev.curfew.views.shell.ShellViewModel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.application.ColorScheme;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The window put together by hand, on the services of a {@link CoreGraph}. JavaFX thread only. */
public final class UiGraph implements AutoCloseable {
    private static final String OPERATOR = System.getProperty("user.name", "unknown");

    private final Closer closer = new Closer();
    private final CoreGraph core;
    private final Navigator navigator = new Navigator();
    private final Texts texts = Texts.load("dev.curfew.views.text.views", Locale.ROOT);
    private final OverlayPane root = new OverlayPane(texts);
    private final Texts appTexts = Texts.load("dev.curfew.app.text.app", Locale.ROOT);
    private final Theme theme;
    private final Ui ui;
    private final EstateModel estate;
    private final ShellViewModel shellModel;
    private final WindowDesk desk;
    private final WindowSecrets secrets;
    private final WindowContainments containments;
    private final ActionFlow actions;
    private final ShellView shell;

    /**
     * @param counting around the tasks, for whoever must know when none is under way
     */
    public UiGraph(
            CoreGraph core,
            ObservableValue<ColorScheme> scheme,
            SystemDesk systemDesk,
            UnaryOperator<Tasks> counting) {
        this.core = core;
        theme = new Theme(scheme);
        PlatformFxThread fx = closer.own(new PlatformFxThread());
        Tasks tasks = counting.apply(closer.own(new VirtualTasks(fx)));
        NoticeBar notices = new NoticeBar(fx, texts);
        WindowDialogs dialogs = new WindowDialogs(root, notices, systemDesk, texts);
        Crashes crashes = new Crashes(dialogs, appTexts);
        Clock clock = Clock.systemUTC();
        ui =
                new Ui(
                        texts,
                        tasks,
                        dialogs,
                        root,
                        new Ages(texts, clock),
                        new FxTicker(fx, clock),
                        new StoredColumns(core.store().preferences(), tasks, fx));
        StoredLook.bind(theme, core.store().preferences(), tasks);
        estate = new EstateModel(fx);
        EstateService.Subscription fed = core.estates().subscribe(estate.feed());
        closer.own(fed::close);
        shellModel = new ShellViewModel(tasks);
        Reading reading = new Reading(core.estates(), tasks, appTexts, crashes);
        WindowBackends backends = new WindowBackends(core, reading, tasks, crashes);
        desk = new WindowDesk(core, reading, backends, tasks, crashes, this::armingChanged);
        secrets = new WindowSecrets(fx, new SecretQuestion(ui));
        containments =
                new WindowContainments(
                        core, estate, navigator, fx, new StageWindow(theme), crashes, ui);
        ActionHost host = host(fx, crashes);
        actions = actions(host);
        WindowShell shellActions = new WindowShell(desk, estate, navigator, dialogs, appTexts);
        KeptRules rules = new KeptRules(core.store().preferences(), core.store().journal());
        AddedModel added = new AddedModel(crashes, ui);
        FindingsModel findings = findings(rules, added, crashes);
        Screens screens =
                new Screens(
                        core,
                        estate,
                        actions,
                        containments,
                        host,
                        navigator,
                        shellActions,
                        desk,
                        backends,
                        findings,
                        added,
                        new RulesModel(rules, findings, OPERATOR, RulesModel.PAUSE, ui),
                        new WindowLab(core.lab(), () -> fx.run(desk::labChanged)),
                        fx,
                        crashes,
                        ui);
        shell =
                new ShellView(
                        screens.all(appTexts),
                        navigator,
                        shellModel,
                        shellActions,
                        screens.finders(),
                        theme,
                        root,
                        notices,
                        ui);
        ReportsButton reports = actions.reportsButton();
        shell.addToStatus(reports);
        shell.addToStatus(containments.status());
        own(reports.attached());
        own(shell.attached());
        own(actions.attached());
        own(containments.attached());
        own(estate.estateProperty().subscribe(_ -> showShell()));
        own(ui.ticker().everySecond(this::tick));
    }

    private FindingsModel findings(KeptRules rules, AddedModel added, Crashes crashes) {
        GrantFeed grants =
                new GrantFeed(
                        estate, added.addedProperty(), ui.tasks(), core.clock(), appTexts, crashes);
        return new FindingsModel(
                grants.snapshotProperty(),
                rules::inForce,
                new FindingMemory(
                        new FirstSeen(core.store().preferences()),
                        new Waivers(core.store().preferences(), core.store().journal()),
                        new KeptCheckSettings(core.store().preferences(), core.store().journal()),
                        OPERATOR),
                ui);
    }

    private ActionHost host(PlatformFxThread fx, Consumer<Throwable> crashes) {
        return new ActionHost(
                OPERATOR, ZoneOffset.UTC, fx, desk::arm, containments::contain, crashes);
    }

    private ActionFlow actions(ActionHost host) {
        return new ActionFlow(
                new ActionServices(
                        core.planner(),
                        core.runner(),
                        core.undo(),
                        core.reversalWatch(ReversalWatch.PAUSES),
                        core.arming()),
                host,
                estate,
                ui);
    }

    /** Choosers and clipboard of the operating system. */
    public static SystemDesk systemDesk(
            Supplier<@Nullable Window> owner, Consumer<Path> folderOpener) {
        return new JavaFxDesk(owner, folderOpener);
    }

    public Parent root() {
        return root;
    }

    public Theme theme() {
        return theme;
    }

    public Navigator navigator() {
        return navigator;
    }

    public EstateModel estate() {
        return estate;
    }

    public ActionFlow actions() {
        return actions;
    }

    /** Asks the operator in this window. */
    public Prompter secrets() {
        return secrets;
    }

    public CoreGraph core() {
        return core;
    }

    /** Lets the window close only after a question where containments run. */
    public void guard(Stage stage) {
        stage.setOnCloseRequest(request -> {
            request.consume();
            askToClose(stage::hide);
        });
    }

    /** Asks once, however often it is wanted. */
    void askToClose(Runnable close) {
        if (root.lookup("#" + ClosingQuestion.ID) == null) {
            containments.askBeforeClosing(close);
        }
    }

    /** Connects to what is saved, or to the lab where nothing is. */
    public void begin(boolean lab) {
        core.openedStore()
                .notice()
                .ifPresent(notice -> {
                    var why = Explanation.of(notice, Texts.ofServices());
                    ui.dialogs()
                            .tell(
                                    Notice.warning(
                                            appTexts.get(
                                                    "store.notice",
                                                    why.what(),
                                                    why.why(),
                                                    why.next())));
                });
        navigator.go("overview");
        desk.begin(lab);
        closer.own(new Pinging(core.estates()));
    }

    /** Shows what the services know already, and connects to nothing. */
    void beginQuietly() {
        desk.showLab();
        showShell();
    }

    private void tick() {
        desk.look();
        showShell();
    }

    private void armingChanged() {
        actions.armingChanged();
        showShell();
    }

    private void showShell() {
        shellModel.update(
                ShellStates.of(
                        estate.estateProperty().get(),
                        estate.currentProperty().get(),
                        core.arming(),
                        appTexts));
    }

    private void own(Subscription subscription) {
        closer.own(subscription::unsubscribe);
    }

    @Override
    public void close() {
        closer.close();
    }
}
