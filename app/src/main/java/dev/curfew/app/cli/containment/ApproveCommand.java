package dev.curfew.app.cli.containment;

import dev.curfew.app.cli.evidence.KeyOptions;
import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Session;
import dev.curfew.containment.approval.SecondApproval;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.PlanFile;
import dev.curfew.evidence.SigningKey;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "approve",
        mixinStandardHelpOptions = true,
        description = "Approves a saved containment plan as its second operator.",
        footer = {
            "",
            "Example: curfew approve plan.json --key mine.p12 --out plan.approval",
            "The gate is local: the servers do not know of it.",
            "Exit codes: 0; 2 it is no plan, or the file exists; 19 the key can not be read"
        })
public final class ApproveCommand implements Callable<Integer> {
    private final Session session;
    private final Printer printer;

    @Parameters(paramLabel = "PLAN", description = "The plan's file.")
    private Path plan = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "A new file for the approval.")
    private Path out = Path.of("");

    @Mixin private KeyOptions key = new KeyOptions();

    public ApproveCommand(Session session) {
        this.session = session;
        this.printer = session.printer();
    }

    @Override
    public Integer call() {
        return switch (PlanFile.read(plan)) {
            case Failed<ContainmentPlan>(var failure) -> printer.failed(failure);
            case Ok<ContainmentPlan>(var read) -> {
                if (!printer.isJson()) {
                    new ContainmentText(read, printer).write();
                }
                yield switch (approved(read)) {
                    case Failed<SecondApproval>(var failure) -> printer.failed(failure);
                    case Ok<SecondApproval>(var approval) -> said(approval);
                };
            }
        };
    }

    private Outcome<SecondApproval> approved(ContainmentPlan read) {
        return key.open(session)
                .then((SigningKey opened) -> {
                    SecondApproval approval =
                            SecondApproval.sign(
                                    read, opened, session.around().user(), session.now());
                    return PlanFile.write(approval.json(), out).map(_ -> approval);
                });
    }

    private int said(SecondApproval approval) {
        if (printer.isJson()) {
            printer.json(JsonMapper.shared().readTree(approval.json()));
        } else {
            printer.line("");
            printer.line(
                    printer.text(
                            "approval.written",
                            approval.planId(),
                            approval.name(),
                            approval.key().thumbprint()));
        }
        return 0;
    }
}
