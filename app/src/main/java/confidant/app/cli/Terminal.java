package confidant.app.cli;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The three standard streams. Text is UTF-8 whatever the locale says, except on a Windows console,
 * which has a code page.
 *
 * @param in read by lines
 * @param out answers only
 * @param err progress and messages
 * @param rewritable whether {@code err} is a screen on which a line can be written over
 */
public record Terminal(BufferedReader in, PrintStream out, PrintStream err, boolean rewritable) {

  /** The streams of this process. */
  public static Terminal system() {
    return of(System.in, stream(FileDescriptor.out), stream(FileDescriptor.err), isScreen());
  }

  static Terminal of(InputStream in, PrintStream out, PrintStream err, boolean rewritable) {
    return new Terminal(
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)),
        out,
        err,
        rewritable);
  }

  /** Ends the command quietly if whoever read stdout went away. */
  void checkOutput() throws CommandFailure {
    if (out.checkError()) {
      throw new CommandFailure(ExitCode.OUTPUT_CLOSED, "");
    }
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, charset());
  }

  private static Charset charset() {
    boolean windowsConsole =
        System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")
            && System.console().isTerminal();
    return windowsConsole ? System.console().charset() : StandardCharsets.UTF_8;
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
