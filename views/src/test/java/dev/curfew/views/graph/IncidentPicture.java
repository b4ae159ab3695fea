package dev.curfew.views.graph;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.graph.Arrow.Verdict;
import dev.curfew.views.graph.Chip.Change;
import dev.curfew.views.kit.Tone;
import java.util.List;

/** One of everything that a picture can show. */
final class IncidentPicture {
    private IncidentPicture() {}

    static GraphPicture picture() {
        return new GraphPicture(
                boxes(),
                arrows(),
                List.of(new Border("partner", "trust domain partner.test, federated")));
    }

    private static List<Box> boxes() {
        return List.of(
                new Box("analyst-07", "analyst-07", "user, Research", AppIcon.PERSON),
                agent("research-planner"),
                agent("web-researcher").toned(Tone.DANGER, "AI agent, task over"),
                new Box("mcp-github", "mcp-github", "MCP server", AppIcon.NODES),
                new Box("pricing", "acme/pricing", "repository", AppIcon.FOLDER),
                agent("mail-drafter").toned(Tone.WARNING, "AI agent, contained"),
                agent("deploy-bot"),
                new Box("prod", "prod cluster", "kubernetes", AppIcon.DATA),
                new Box("developer-12", "developer-12", "user, Dev platform", AppIcon.PERSON),
                agent("code-writer").toned(Tone.DANGER, "AI agent, task over"),
                agent("code-reviewer"),
                new Box("mcp-postgres", "mcp-postgres", "MCP server", AppIcon.NODES),
                new Box("finance-03", "finance-03", "user, Finance ops", AppIcon.PERSON),
                agent("invoice-agent"),
                agent("ledger-reader-for-quarterly-reports"),
                agent("freight-quoter").in("partner"),
                new Box("tariffs", "tariffs", "data set", AppIcon.DATA).in("partner"),
                new Box(
                        "f",
                        "sandbox agents",
                        "folded",
                        AppIcon.WORKLOADS,
                        Tone.NEUTRAL,
                        java.util.Optional.empty(),
                        23,
                        false));
    }

    private static Box agent(String name) {
        return new Box(name, name, "AI agent", AppIcon.WORKLOADS);
    }

    private static List<Arrow> arrows() {
        return List.of(
                new Arrow("1", "analyst-07", "research-planner", new Chip("research:*")),
                new Arrow(
                        "2",
                        "research-planner",
                        "web-researcher",
                        new Chip("search", Change.NARROWS),
                        new Chip("repo:read", Change.NARROWS)),
                new Arrow(
                                "3",
                                "web-researcher",
                                "mcp-github",
                                new Chip("repo:read"),
                                new Chip("repo:write", Change.WIDENS))
                        .judged(Verdict.WIDENS),
                new Arrow("4", "mcp-github", "pricing", new Chip("push", Change.WIDENS))
                        .judged(Verdict.WIDENS),
                new Arrow("5", "research-planner", "mail-drafter", new Chip("mail:draft"))
                        .ended(true),
                new Arrow("6", "web-researcher", "deploy-bot", new Chip("deploy", Change.FORBIDDEN))
                        .judged(Verdict.FORBIDDEN),
                new Arrow("7", "deploy-bot", "prod", new Chip("deploy")),
                new Arrow("8", "developer-12", "code-writer", new Chip("repo:write")),
                new Arrow("9", "code-writer", "code-reviewer", new Chip("repo:read")),
                new Arrow("10", "code-reviewer", "deploy-bot", new Chip("staging")).removed(true),
                new Arrow("11", "finance-03", "invoice-agent", new Chip("invoice:*")),
                new Arrow(
                        "12",
                        "invoice-agent",
                        "ledger-reader-for-quarterly-reports",
                        new Chip("ledger:read")),
                new Arrow(
                        "13",
                        "ledger-reader-for-quarterly-reports",
                        "mcp-postgres",
                        new Chip("select on all the ledgers")),
                new Arrow("14", "invoice-agent", "freight-quoter", new Chip("quote:get")),
                new Arrow("15", "freight-quoter", "tariffs", new Chip("read")),
                new Arrow("16", "code-writer", "mcp-postgres").removed(true),
                new Arrow("17", "code-writer", "prod").judged(Verdict.FORBIDDEN),
                new Arrow("18", "deploy-bot", "code-writer", new Chip("report")),
                new Arrow("19", "developer-12", "f", new Chip("sandbox")));
    }
}
