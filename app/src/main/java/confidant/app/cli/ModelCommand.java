package confidant.app.cli;

import picocli.CommandLine.Command;

@Command(
    name = "model",
    description = "Look at, check or make checkpoints.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class ModelCommand {}
