package confidant.app.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An engine that evaluates nothing and always takes a second per read and two per write. Its first
 * argument says how it behaves.
 */
final class FakePeer {
  private static final int GIVEN_UP = 3;

  // Not the engine's own parser, so that one folder is the whole class path.
  private static final Pattern OP = Pattern.compile("\"op\":\"(\\w+)\"");
  private static final Pattern TOKENS = Pattern.compile("\"tokens\":\\[([^]]*)]");
  private static final Pattern POSITION = Pattern.compile("\"position\":(\\d+)");

  private FakePeer() {}

  /**
   * How to start it as a process.
   *
   * @param folder to put its log into: every request, with the tokens
   * @param behaviour {@code sound}, {@code dies}, {@code refuses}, {@code babbles} or {@code
   *     forgets}
   */
  static Launch launch(Path folder, String behaviour) {
    return new Launch("fake", command(folder, behaviour), "start it by hand");
  }

  static List<String> command(Path folder, String behaviour) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xshare:auto",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        place(),
        FakePeer.class.getName(),
        behaviour,
        folder.resolve("requests.log").toString());
  }

  /** The folder of the tests' classes. */
  private static String place() {
    URL own = Objects.requireNonNull(FakePeer.class.getResource("FakePeer.class"));
    try {
      Path file = Path.of(own.toURI());
      int below = FakePeer.class.getName().split("\\.", -1).length;
      return String.valueOf(file.resolve("../".repeat(below)).normalize());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] args) throws IOException {
    String behaviour = args[0];
    Path log = Path.of(args[1]);
    System.err.println("fake peer: loading");
    if (behaviour.equals("refuses")) {
      System.out.println("{\"error\":\"the model has a beard\"}");
      return;
    }
    if (behaviour.equals("babbles")) {
      System.out.println("hello");
      return;
    }
    System.out.println(
        "{\"ready\":1,\"engine\":\"fake 1.0\",\"system\":\"scalar\",\"seconds\":0.5,"
            + "\"anonymous\":1048576}");
    BufferedReader requests =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    int position = 0;
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      if (behaviour.equals("dies")) {
        System.err.println("fake peer: out of cheese");
        System.exit(GIVEN_UP);
      }
      Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      String op = find(OP, line);
      position =
          switch (op) {
            case "truncate" ->
                behaviour.equals("forgets") ? 0 : Integer.parseInt(find(POSITION, line));
            case "memory" -> position;
            default -> position + find(TOKENS, line).split(",", -1).length;
          };
      System.out.println(
          op.equals("memory")
              ? "{\"anonymous\":2097152}"
              : "{\"seconds\":%s,\"position\":%s}".formatted(op.equals("write") ? 2 : 1, position));
    }
  }

  private static String find(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    if (!matcher.find()) {
      throw new IllegalArgumentException(line);
    }
    return matcher.group(1);
  }
}
