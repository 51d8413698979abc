package confidant.app.readbench;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** {@code pdftotext -layout} of Poppler; a process per file, as its users start it. */
final class PopplerMethod implements Method {
  private static final String PROGRAM = "pdftotext";
  private static final long PATIENCE_SECONDS = 60;

  private final Path program;
  private final Optional<String> password;

  private PopplerMethod(Path program, Optional<String> password) {
    this.program = program;
    this.password = password;
  }

  /** The one on the search path; empty if there is none. */
  static Optional<Method> installed(Optional<String> password) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      for (String name : List.of(PROGRAM, PROGRAM + ".exe")) {
        try {
          Path program = Path.of(folder, name);
          if (!folder.isEmpty() && Files.isExecutable(program)) {
            return Optional.of(new PopplerMethod(program, password));
          }
        } catch (InvalidPathException e) {
          break; // The search path may hold anything.
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public String name() {
    return PROGRAM + " -layout";
  }

  @Override
  public boolean takes(PaperKind kind) {
    return kind.isPdf();
  }

  @Override
  public boolean read(Path file) {
    List<String> command = new ArrayList<>(List.of(program.toString(), "-layout"));
    password.ifPresent(word -> command.addAll(List.of("-upw", word)));
    command.addAll(List.of(file.toAbsolutePath().toString(), "-"));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly().waitFor();
      }
      return ended && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public OptionalLong peakBytes() {
    return OptionalLong.empty();
  }

  @Override
  public void close() {
    // Its processes end with their files.
  }
}
