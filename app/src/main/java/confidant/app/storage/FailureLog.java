package confidant.app.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * The log of unexpected failures. It holds class names and places in the program, never an
 * exception's message, since that may quote a paper or a file name.
 */
public final class FailureLog {
  private static final int CODE_FRAMES = 3;
  private static final long MAX_BYTES = 1 << 20;
  private final Path file;

  public FailureLog(AppDirs dirs) {
    file = dirs.state().resolve("failures.log");
  }

  /** A short name for a failure: the same cause at the same place has the same code. */
  public static String code(Throwable failure) {
    StringBuilder key = new StringBuilder(failure.getClass().getName());
    StackTraceElement[] frames = failure.getStackTrace();
    for (int i = 0; i < Math.min(CODE_FRAMES, frames.length); i++) {
      key.append(frames[i].getClassName()).append('.').append(frames[i].getMethodName());
    }
    return String.format(Locale.ROOT, "C-%06X", key.toString().hashCode() & 0xFFFFFF);
  }

  /**
   * Appends {@code failure}.
   *
   * @return the log's place; empty if it could not be written
   */
  public Optional<Path> record(Throwable failure) {
    StringBuilder entry = new StringBuilder();
    entry.append(Instant.now()).append(' ').append(code(failure)).append('\n');
    for (Throwable t = failure; t != null; t = t.getCause()) {
      entry.append(t.getClass().getName()).append('\n');
      for (StackTraceElement frame : t.getStackTrace()) {
        entry.append("    at ").append(frame).append('\n');
      }
    }
    try {
      Files.createDirectories(file.getParent());
      if (Files.exists(file) && Files.size(file) > MAX_BYTES) {
        Files.delete(file);
      }
      Files.write(
          file,
          entry.toString().getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      return Optional.of(file);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** One sentence for the person, after {@link #record}. */
  public String sentence(Throwable failure) {
    return "Something unexpected went wrong (code %s)%s."
        .formatted(
            code(failure),
            record(failure).map(log -> "; its place in the program is in " + log).orElse(""));
  }
}
