package dev.curfew.app.cli;

import dev.curfew.app.cli.access.AccessCheckCommand;
import dev.curfew.app.cli.access.AccessCommand;
import dev.curfew.app.cli.access.AccessLogCommand;
import dev.curfew.app.cli.access.AccessModelCommand;
import dev.curfew.app.cli.access.AccessReachCommand;
import dev.curfew.app.cli.action.TightenCommand;
import dev.curfew.app.cli.action.UndoCommand;
import dev.curfew.app.cli.check.CheckCommand;
import dev.curfew.app.cli.connections.ConnectionsAddCommand;
import dev.curfew.app.cli.connections.ConnectionsCommand;
import dev.curfew.app.cli.connections.ConnectionsListCommand;
import dev.curfew.app.cli.connections.ConnectionsRemoveCommand;
import dev.curfew.app.cli.containment.ApproveCommand;
import dev.curfew.app.cli.containment.ApproversCommand;
import dev.curfew.app.cli.containment.ContainCommand;
import dev.curfew.app.cli.containment.ResidualCommand;
import dev.curfew.app.cli.containment.RestoreCommand;
import dev.curfew.app.cli.containment.ResumeCommand;
import dev.curfew.app.cli.delegation.DelegationCheckCommand;
import dev.curfew.app.cli.delegation.DelegationCommand;
import dev.curfew.app.cli.delegation.RulesCommand;
import dev.curfew.app.cli.delegation.RulesValidateCommand;
import dev.curfew.app.cli.evidence.EvidenceCommand;
import dev.curfew.app.cli.evidence.EvidenceExportCommand;
import dev.curfew.app.cli.evidence.EvidenceVerifyCommand;
import dev.curfew.app.cli.evidence.KeyCommand;
import dev.curfew.app.cli.evidence.KeyCreateCommand;
import dev.curfew.app.cli.evidence.KeyShowCommand;
import dev.curfew.app.cli.grants.GrantsChangesCommand;
import dev.curfew.app.cli.grants.GrantsCommand;
import dev.curfew.app.cli.grants.GrantsExplainCommand;
import dev.curfew.app.cli.grants.GrantsListCommand;
import dev.curfew.app.cli.journal.JournalCommand;
import dev.curfew.app.cli.journal.JournalSealCommand;
import dev.curfew.app.cli.listing.ListCommand;
import dev.curfew.app.cli.probe.ProbeCommand;
import dev.curfew.app.cli.session.BadOption;
import dev.curfew.app.cli.session.GlobalOptions;
import dev.curfew.app.cli.session.Session;
import dev.curfew.app.cli.session.Surroundings;
import dev.curfew.app.cli.timings.TimingsCommand;
import dev.curfew.localstore.database.StoreException;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import java.util.Arrays;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The command line. One thread. */
public final class Cli {
    private final Surroundings around;

    public Cli(Surroundings around) {
        this.around = around;
    }

    /** Does what the words say and gives the exit code of the process. */
    public int run(String... words) {
        GlobalOptions options = new GlobalOptions();
        try (Session session = new Session(around, options)) {
            return commands(session).execute(words);
        } finally {
            around.out().flush();
            around.err().flush();
        }
    }

    private CommandLine commands(Session session) {
        CommandLine connections =
                new CommandLine(new ConnectionsCommand())
                        .addSubcommand(new ConnectionsListCommand(session))
                        .addSubcommand(new ConnectionsAddCommand(session))
                        .addSubcommand(new ConnectionsRemoveCommand(session));
        CommandLine evidence =
                new CommandLine(new EvidenceCommand())
                        .addSubcommand(new EvidenceExportCommand(session))
                        .addSubcommand(new EvidenceVerifyCommand(session))
                        .addSubcommand(
                                new CommandLine(new KeyCommand())
                                        .addSubcommand(new KeyCreateCommand(session))
                                        .addSubcommand(new KeyShowCommand(session)));
        CommandLine journal =
                new CommandLine(new JournalCommand(session))
                        .addSubcommand(new JournalSealCommand(session));
        CommandLine grants =
                new CommandLine(new GrantsCommand())
                        .addSubcommand(new GrantsListCommand(session))
                        .addSubcommand(new GrantsExplainCommand(session))
                        .addSubcommand(new GrantsChangesCommand(session));
        CommandLine access =
                new CommandLine(new AccessCommand())
                        .addSubcommand(new AccessCheckCommand(session))
                        .addSubcommand(new AccessReachCommand(session))
                        .addSubcommand(new AccessLogCommand(session))
                        .addSubcommand(new AccessModelCommand(session));
        CommandLine delegation =
                new CommandLine(new DelegationCommand())
                        .addSubcommand(new DelegationCheckCommand(session))
                        .addSubcommand(
                                new CommandLine(new RulesCommand())
                                        .addSubcommand(new RulesValidateCommand(session)));
        CommandLine line =
                new CommandLine(new CurfewCommand(session))
                        .addSubcommand(new CheckCommand(session))
                        .addSubcommand(new TimingsCommand(session))
                        .addSubcommand(new ListCommand(session))
                        .addSubcommand(new TightenCommand(session))
                        .addSubcommand(new UndoCommand(session))
                        .addSubcommand(new ContainCommand(session))
                        .addSubcommand(new ResumeCommand(session))
                        .addSubcommand(new RestoreCommand(session))
                        .addSubcommand(new ResidualCommand(session))
                        .addSubcommand(new ProbeCommand(session))
                        .addSubcommand(new ApproveCommand(session))
                        .addSubcommand(new ApproversCommand(session))
                        .addSubcommand(grants)
                        .addSubcommand(access)
                        .addSubcommand(delegation)
                        .addSubcommand(connections)
                        .addSubcommand(journal)
                        .addSubcommand(evidence)
                        .addSubcommand(new ExitCodesCommand(session));
        around.hooks()
                .gallery()
                .ifPresent(hook -> line.addSubcommand(new GalleryCommand(session, hook)));
        around.hooks()
                .training()
                .ifPresent(hook -> line.addSubcommand(new TrainCommand(session, hook)));
        return line.setOut(around.out())
                .setErr(around.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler((wrong, words) -> misread(wrong, words, session))
                .setExecutionExceptionHandler((thrown, _, _) -> thrown(thrown, session));
    }

    private static int misread(ParameterException wrong, String[] words, Session session) {
        // The wrong word may stand before the one that asks for JSON.
        session.options().json |= Arrays.asList(words).contains("--json");
        if (wrong.getCause() instanceof BadOption bad) {
            return session.printer().failed(bad.failure());
        }
        String message = String.valueOf(wrong.getMessage());
        int code =
                session.printer()
                        .failed(
                                new Failure(
                                        Reason.INVALID_INPUT,
                                        "curfew " + String.join(" ", words),
                                        message));
        if (!session.printer().isJson()) {
            String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
            session.printer().say("  " + session.printer().text("cli.help", command));
        }
        return code;
    }

    private static int thrown(Exception thrown, Session session) {
        if (thrown instanceof StoreException store) {
            return session.printer().failed(store.failure());
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        Logger log = LoggerFactory.getLogger(Cli.class);
        log.error("Unexpected, reference {}", reference, thrown);
        return session.printer().failed(new Failure(Reason.UNEXPECTED, "", reference));
    }
}
