package confidant.app.cli;

import confidant.app.storage.DiskFull;
import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The three standard streams. Text is UTF-8 whatever the locale says, except on a Windows console,
 * which has a code page.
 *
 * @param in read by lines
 * @param out answers only; see {@link #checkOutput}
 * @param err progress and messages
 * @param rewritable whether {@code err} is a screen on which a line can be written over
 */
public record Terminal(BufferedReader in, AnswerStream out, PrintStream err, boolean rewritable) {

  /** The streams of this process. */
  public static Terminal system() {
    return of(
        System.in, new FileOutputStream(FileDescriptor.out), errorStream(), charset(), isScreen());
  }

  /** Streams of any origin. */
  public static Terminal of(
      InputStream in, OutputStream out, PrintStream err, Charset charset, boolean rewritable) {
    return new Terminal(
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)),
        new AnswerStream(out, charset),
        err,
        rewritable);
  }

  /** Ends the command if the answer could not be written; quietly if its reader went away. */
  void checkOutput() throws CommandFailure {
    Optional<IOException> failure = out.failure();
    if (failure.isPresent()) {
      throw failed(failure.get());
    }
  }

  /** A password typed without showing it; empty if no person sits at a terminal. */
  Optional<String> readPassword(String request) {
    Optional<Console> console = console();
    if (console.isEmpty()) {
      return Optional.empty();
    }
    err.println(request);
    err.flush();
    return console.map(Console::readPassword).map(String::new);
  }

  /** The person's terminal. JDK 25 has none where earlier ones had one that is no terminal. */
  @SuppressWarnings("SystemConsoleNull") // it does return null again since JDK 25
  private static Optional<Console> console() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal);
  }

  private static CommandFailure failed(IOException failure) {
    String reason = DiskFull.reason(failure);
    // Every translation of the system's message for a broken pipe keeps this word.
    if (reason.toLowerCase(Locale.ROOT).contains("pipe")) {
      return new CommandFailure(ExitCode.OUTPUT_CLOSED, "");
    }
    boolean full = DiskFull.caused(failure);
    return new CommandFailure(
        full ? ExitCode.OUT_OF_SPACE : ExitCode.INPUT_OUTPUT,
        "The answer could not be written: %s; %s."
            .formatted(
                reason,
                full ? "make room there or write it to another disk" : "write it somewhere else"));
  }

  private static PrintStream errorStream() {
    return new PrintStream(new FileOutputStream(FileDescriptor.err), false, charset());
  }

  private static Charset charset() {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    return windows
        ? console().map(Console::charset).orElse(StandardCharsets.UTF_8)
        : StandardCharsets.UTF_8;
  }

  /** Java cannot ask about stderr alone: the launcher says it, else Linux's process folder does. */
  private static boolean isScreen() {
    String said = System.getProperty("confidant.screen");
    if (said != null) {
      return Boolean.parseBoolean(said);
    }
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
