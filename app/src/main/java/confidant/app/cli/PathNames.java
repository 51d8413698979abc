package confidant.app.cli;

import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Names of files as people write them. */
public final class PathNames {
  private PathNames() {}

  /**
   * The path named {@code text}.
   *
   * @throws CommandFailure if the system has no such names
   */
  static Path parse(String text) throws CommandFailure {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new CommandFailure(ExitCode.USAGE, problem(e) + ".");
    }
  }

  /** What is wrong and what to do, as a sentence without its full stop. */
  public static String problem(InvalidPathException failure) {
    Charset charset =
        Charset.forName(System.getProperty("sun.jnu.encoding"), Charset.defaultCharset());
    return problem(failure.getInput(), charset);
  }

  /** Java spells names of files in the character set of the locale. */
  static String problem(String name, Charset charset) {
    if (charset.newEncoder().canEncode(name)) {
      return "'" + Printable.line(name) + "' cannot be the name of a file";
    }
    return "The name '%s' cannot be spelled in this locale's character set %s; set LANG, and LC_ALL if there is one, to a UTF-8 locale such as C.UTF-8"
        .formatted(Printable.line(name), charset.name());
  }
}
