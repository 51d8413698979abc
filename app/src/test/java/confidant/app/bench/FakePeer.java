package confidant.app.bench;

import confidant.engine.json.Json;
import confidant.engine.json.JsonValue.JsonArray;
import confidant.engine.json.JsonValue.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * An engine that evaluates nothing and always takes a second per read and two per write. Its first
 * argument says how it behaves.
 */
final class FakePeer {
  private static final int GIVEN_UP = 3;

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
        place(FakePeer.class) + java.io.File.pathSeparator + place(Json.class),
        FakePeer.class.getName(),
        behaviour,
        folder.resolve("requests.log").toString());
  }

  private static String place(Class<?> type) {
    try {
      String name = "/" + type.getName().replace('.', '/') + ".class";
      Path file = Path.of(java.util.Objects.requireNonNull(type.getResource(name)).toURI());
      Path root = file;
      for (int i = 0; i < type.getName().chars().filter(c -> c == '.').count() + 1; i++) {
        root = java.util.Objects.requireNonNull(root.getParent());
      }
      return root.toString();
    } catch (java.net.URISyntaxException e) {
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
      Files.writeString(
          log,
          line + "\n",
          java.nio.file.StandardOpenOption.CREATE,
          java.nio.file.StandardOpenOption.APPEND);
      JsonObject request = Json.parseObject(line);
      String op = request.string("op").orElseThrow();
      int tokens =
          request.array("tokens").map(JsonArray::integers).map(ids -> ids.length).orElse(0);
      position =
          switch (op) {
            case "truncate" ->
                behaviour.equals("forgets") ? 0 : request.integer("position").orElseThrow();
            default -> position + tokens;
          };
      System.out.println(
          op.equals("memory")
              ? "{\"anonymous\":2097152}"
              : String.format(
                  Locale.ROOT,
                  "{\"seconds\":%d,\"position\":%d}",
                  op.equals("write") ? 2 : 1,
                  position));
    }
  }
}
