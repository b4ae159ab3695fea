package dev.curfew.app.cli.action;

import picocli.CommandLine.Option;

/** The options of every command that writes. */
final class ActionOptions {
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
            description = "The incident's number, for the journal.")
    String incident = "";

    @Option(
            names = "--confirm",
            paramLabel = "TEXT",
            description = "What the plan says must be typed, where it does.")
    String confirm = "";

    @Option(
            names = "--watch",
            description =
                    "Look again after 15 and 30 seconds, because a controller may put it back.")
    boolean watch;
}
