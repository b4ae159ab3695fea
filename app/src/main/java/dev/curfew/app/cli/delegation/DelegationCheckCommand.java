package dev.curfew.app.cli.delegation;

import dev.curfew.app.cli.session.Exits;
import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Session;
import dev.curfew.app.cli.target.AddedOption;
import dev.curfew.app.cli.target.Backend;
import dev.curfew.app.cli.target.MappingOption;
import dev.curfew.app.cli.target.PolicyOptions;
import dev.curfew.app.cli.target.PolicyProfiles;
import dev.curfew.app.cli.target.ReadGrants;
import dev.curfew.app.cli.target.Reader;
import dev.curfew.app.cli.target.TargetOptions;
import dev.curfew.app.cli.target.Words;
import dev.curfew.delegation.added.Added;
import dev.curfew.delegation.check.CheckSetting;
import dev.curfew.delegation.check.CheckSettings;
import dev.curfew.delegation.check.CheckSettingsText;
import dev.curfew.delegation.check.KeptCheckSettings;
import dev.curfew.delegation.check.Waiver;
import dev.curfew.delegation.check.Waivers;
import dev.curfew.delegation.map.GrantMapping;
import dev.curfew.delegation.rules.DelegationRules;
import dev.curfew.delegation.rules.KeptRules;
import dev.curfew.estate.ServerEstate;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Runs all checks of delegation over the grants of all targets together.",
        footer = {
            "",
            "SPIRE servers among the targets say how delegates are attested and which trust domains",
            "federate. With the rules that were saved in the window its waivers and its settings of the",
            "checks hold as well: what is waived is listed apart and counts for nothing. With --rules",
            "the defaults hold, and what --set says; what can be set:",
            "deepest, widest, unused-for, fresh-decision, most-audiences, most-replacements,",
            "longest-transaction, crown-jewels, checked-at-use",
            "Example: curfew delegation check openfga:127.0.0.1:8081 prod --rules rules.yaml",
            "Exit codes: 0 nothing was found in what could be checked, 6 something was found, 2",
            "wrong words or rules, 40 and 43 nothing was found and not all was read, others:",
            "curfew exit-codes"
        })
public final class DelegationCheckCommand implements Callable<Integer> {
    private final Session session;
    private final Printer printer;

    @Parameters(
            arity = "0..*",
            paramLabel = "TARGET",
            description = {Words.POLICY_TARGET, "Besides, SPIRE servers: " + Words.TARGET})
    private List<String> targets = List.of();

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = {
                "Where delegation is allowed and where it is forbidden, YAML. Without it the rules",
                "that were saved in the window hold."
            })
    private @Nullable Path rules;

    @Option(
            names = "--ignore-waivers",
            description = "Findings that were waived in the window count like any other.")
    private boolean ignoreWaivers;

    @Option(
            names = "--set",
            paramLabel = "SETTING=VALUE",
            description = {
                "A setting of the checks for this time only, such as deepest=5 or",
                "unused-for=14d; several times. Names stand apart by commas:",
                "crown-jewels=prod-*,tool:payments. Nothing behind = is as by default."
            })
    private Map<String, String> set = new LinkedHashMap<>();

    @Mixin private AddedOption added = new AddedOption();
    @Mixin private MappingOption mapping = new MappingOption();
    @Mixin private PolicyOptions policy = new PolicyOptions();
    @Mixin private TargetOptions options = new TargetOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    private final List<ReadGrants> backends = new ArrayList<>();
    private final List<String> servers = new ArrayList<>();
    private Optional<Failure> incomplete = Optional.empty();

    public DelegationCheckCommand(Session session) {
        this.session = session;
        this.printer = session.printer();
    }

    @Override
    public Integer call() {
        if (targets.isEmpty() && !added.isGiven()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Missing required parameter: a TARGET, --token or --declared");
        }
        Outcome<DelegationRules> ruled =
                rules == null
                        ? new KeptRules(session.store().preferences(), session.store().journal())
                                .rules()
                        : RulesFile.read(rules);
        Outcome<Checked> checked =
                settings()
                        .then(set ->
                                ruled.then(given ->
                                                mapping.read()
                                                        .then(named -> readAll(named))
                                                        .map(_ -> given))
                                        .then(given ->
                                                added.read(session)
                                                        .map(more -> checked(given, set, more))));
        return switch (checked) {
            case Failed<Checked>(var failure) -> printer.failed(failure);
            case Ok<Checked>(var done) -> print(done);
        };
    }

    private Checked checked(DelegationRules ruled, CheckSettings settings, Added more) {
        return Checked.of(
                backends,
                servers,
                session.core().estates().estate(),
                more,
                ruled,
                settings,
                waivers(),
                incomplete,
                session.now());
    }

    /** Those of the store go with the rules of the store; what is said here goes before them. */
    private Outcome<CheckSettings> settings() {
        CheckSettings kept =
                rules == null
                        ? new KeptCheckSettings(
                                        session.store().preferences(), session.store().journal())
                                .inForce()
                        : CheckSettings.DEFAULT;
        Map<CheckSetting, String> texts = CheckSettingsText.changed(kept);
        for (Map.Entry<String, String> one : set.entrySet()) {
            CheckSetting setting =
                    CheckSetting.of(one.getKey())
                            .orElseThrow(() ->
                                    new ParameterException(
                                            spec.commandLine(),
                                            "Unknown setting: "
                                                    + one.getKey()
                                                    + "; there are "
                                                    + Stream.of(CheckSetting.values())
                                                            .map(CheckSetting::key)
                                                            .collect(Collectors.joining(", "))));
            texts.put(setting, one.getValue().isBlank() ? setting.byDefault() : one.getValue());
        }
        return CheckSettingsText.read(texts);
    }

    /** Those of the store go with the rules of the store. */
    private Map<String, Waiver> waivers() {
        return rules == null && !ignoreWaivers
                ? new Waivers(session.store().preferences(), session.store().journal())
                        .inForce(session.now())
                : Map.of();
    }

    /** One that can not be read ends it: without its grants the others would look wrong. */
    private Outcome<Integer> readAll(Optional<GrantMapping> named) {
        for (String target : targets) {
            Outcome<?> read =
                    PolicyProfiles.isMeant(target, session)
                            ? backend(target, named)
                            : server(target);
            if (read instanceof Failed<?>(var failure)) {
                return Outcome.failed(failure);
            }
        }
        return Outcome.ok(targets.size());
    }

    private Outcome<ReadGrants> backend(String target, Optional<GrantMapping> named) {
        return Backend.with(
                        target, policy, session, backend -> ReadGrants.of(backend, named, session))
                .map(read -> {
                    backends.add(read);
                    return read;
                });
    }

    private Outcome<ServerEstate> server(String target) {
        return Reader.read(target, options, session)
                .map(server -> {
                    servers.add(server.name());
                    incomplete = incomplete.or(() -> incomplete(server));
                    return server;
                });
    }

    private static Optional<Failure> incomplete(ServerEstate server) {
        return Stream.of(server.entries(), server.nodes(), server.federation())
                .flatMap(reading -> Reader.incomplete(reading, server).stream())
                .findFirst();
    }

    private int print(Checked done) {
        if (printer.isJson()) {
            printer.json(new CheckedJson(done, printer).write());
        } else {
            done.incomplete()
                    .ifPresent(why -> {
                        printer.warn(why);
                        printer.say("  " + printer.text("delegation.incomplete"));
                    });
            new CheckedText(done, printer).write();
        }
        if (!done.findings().isEmpty()) {
            return Exits.FINDINGS;
        }
        return done.incomplete().map(why -> why.reason().exitCode()).orElse(0);
    }
}
