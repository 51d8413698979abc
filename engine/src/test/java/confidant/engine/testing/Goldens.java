package confidant.engine.testing;

import confidant.engine.json.Json;
import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonArray;
import confidant.engine.json.JsonValue.JsonNumber;
import confidant.engine.json.JsonValue.JsonObject;
import confidant.engine.json.JsonValue.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Golden data among the test resources. */
public final class Goldens {
  private Goldens() {}

  /** A file or folder below {@code golden/}. */
  public static Path path(String name) {
    try {
      URI uri = Goldens.class.getResource("/golden/" + name).toURI();
      return Path.of(uri);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A JSON object below {@code golden/}. */
  public static JsonObject json(String name) {
    try {
      return Json.parseObject(Files.readString(path(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The objects of an array member. */
  public static List<JsonObject> objects(JsonObject object, String name) {
    return object.array(name).orElseThrow().items().stream().map(JsonObject.class::cast).toList();
  }

  /** The numbers of an array member. */
  public static float[] floats(JsonObject object, String name) {
    return floats(object.array(name).orElseThrow());
  }

  /** The numbers of an array, non-finite ones being strings. */
  public static float[] floats(JsonValue value) {
    List<JsonValue> items = ((JsonArray) value).items();
    float[] values = new float[items.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (items.get(i)) {
            case JsonNumber n -> (float) n.asDouble();
            case JsonString(String s) -> Float.parseFloat(s);
            default -> throw new IllegalArgumentException("no number: " + items.get(i));
          };
    }
    return values;
  }

  /** The integers of an array member. */
  public static int[] ints(JsonObject object, String name) {
    return ints(object.array(name).orElseThrow());
  }

  /** The integers of an array. */
  public static int[] ints(JsonValue value) {
    return ((JsonArray) value)
        .items().stream().mapToInt(n -> (int) ((JsonNumber) n).asLong()).toArray();
  }
}
