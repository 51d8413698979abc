package confidant.app.cli;

import confidant.ingest.PageRange;
import confidant.ingest.ReadOptions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options about reading papers. */
final class ReadingOptions {
  @Option(names = "--pages", paramLabel = "1-7", description = "Read only these pages.")
  private @Nullable PageRange pages;

  @Option(
      names = "--password",
      paramLabel = "WORD",
      description = "Opens an encrypted file; without WORD it is asked for.",
      interactive = true,
      echo = false,
      arity = "0..1")
  private char @Nullable [] password;

  ReadOptions toReadOptions() {
    return new ReadOptions(
        Optional.ofNullable(password).map(String::new), Optional.ofNullable(pages));
  }
}
