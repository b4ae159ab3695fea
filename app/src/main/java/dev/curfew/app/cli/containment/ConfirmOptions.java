package dev.curfew.app.cli.containment;

import picocli.CommandLine.Option;

/** The options of every command that runs a containment. */
final class ConfirmOptions {
    @Option(
            names = "--yes",
            description = "Do it. Without this the plan is printed and nothing is written.")
    boolean yes;

    @Option(names = "--dry-run", description = "Print the plan alone; that is then no failure.")
    boolean dryRun;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the journal.")
    String reason = "";

    @Option(
            names = "--incident",
            paramLabel = "NUMBER",
            description = "The incident's number, for the journal; sever asks for one.")
    String incident = "";

    @Option(
            names = "--confirm",
            paramLabel = "TEXT",
            description = "What the plan says must be typed.")
    String confirm = "";

    @Option(
            names = "--watch",
            description =
                    "Look again after 15 and 30 seconds, because a controller may put it back.")
    boolean watch;
}
