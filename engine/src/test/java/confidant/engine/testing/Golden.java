package confidant.engine.testing;

import confidant.engine.json.Json;
import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonArray;
import confidant.engine.json.JsonValue.JsonNumber;
import confidant.engine.json.JsonValue.JsonObject;
import confidant.engine.json.JsonValue.JsonString;
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
