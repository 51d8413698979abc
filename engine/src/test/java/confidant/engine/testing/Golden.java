package confidant.engine.testing;

import confidant.engine.json.Json;
import confidant.engine.json.JsonValue.JsonArray;
import confidant.engine.json.JsonValue.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Golden data of reference implementations, in the test resources. */
public final class Golden {
  private Golden() {}

  /** The file {@code name} below {@code golden/}. */
  public static Path path(String name) {
    URL url =
        Objects.requireNonNull(
            Golden.class.getClassLoader().getResource("golden/" + name), () -> "no golden " + name);
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  public static JsonObject object(String name) {
    try {
      return Json.parseObject(Files.readString(path(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The objects in the member {@code cases}. */
  public static List<JsonObject> cases(String name) {
    return object(name).array("cases").map(JsonArray::objects).orElseThrow();
  }
}
