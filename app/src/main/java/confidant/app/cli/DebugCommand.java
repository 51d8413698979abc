package confidant.app.cli;

import picocli.CommandLine.Command;

@Command(
    name = "debug",
    description = "Hold the engine against another implementation: JSON lines in, JSON lines out.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class DebugCommand {}
