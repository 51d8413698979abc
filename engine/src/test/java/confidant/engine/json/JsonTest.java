package confidant.engine.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.json.JsonValue.JsonArray;
import confidant.engine.json.JsonValue.JsonNumber;
import confidant.engine.json.JsonValue.JsonObject;
import confidant.engine.json.JsonValue.JsonString;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "-0.0",
        "1.0",
        "1e21",
        "[]",
        "{}",
        "[1,[2,{\"a\":[]}]]",
        "{\"b\":1,\"a\":{\"d\":null,\"c\":\"x\"}}",
        "\"quote \\\" backslash \\\\ line \\n tab \\t bell \\u0007\"",
        "\"ümläut 🙂\""
      })
  void writesWhatItRead(String json) {
    assertEquals(json, Json.write(Json.parse(json)));
  }

  @Test
  void readsEveryEscape() {
    assertEquals(
        new JsonString("\"\\/\b\f\n\r\t\u00E9\uD83D\uDE42"),
        Json.parse(" \"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\ude42\" "));
  }

  @Test
  void escapesLoneSurrogatesOnly() {
    assertEquals("\"\\ud800a🙂\\udc00\"", Json.write(new JsonString("\uD800a🙂\uDC00")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "nul",
        "truee",
        "01",
        "-",
        "1.",
        ".5",
        "+1",
        "1e",
        "0x1",
        "NaN",
        "'a'",
        "\"",
        "\"\\",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\\x\"",
        "\"\t\"",
        "[",
        "[1",
        "[1,",
        "[1,]",
        "[1 2]",
        "{",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,}",
        "{a:1}",
        "{1:1}",
        "1 2",
        "]"
      })
  void refusesWhatIsNoJson(String text) {
    assertThrows(JsonException.class, () -> Json.parse(text));
    assertThrows(
        JsonException.class,
        () -> Json.parseObjectWithout("{\"skipped\":" + text + "}", Set.of("skipped")));
  }

  @Test
  void saysWhereTheFaultIs() {
    JsonException e = assertThrows(JsonException.class, () -> Json.parse("[1,x]"));
    assertTrue(e.getMessage().endsWith("at character 3"), e.getMessage());
  }

  @Test
  void refusesNestingThatWouldEndTheStack() {
    String deep = "[".repeat(1_000_000);
    assertThrows(JsonException.class, () -> Json.parse(deep));
    assertThrows(JsonException.class, () -> Json.parseObjectWithout("{\"a\":" + deep, Set.of("a")));
  }

  @Test
  void leavesSkippedMembersOut() {
    assertEquals(
        Json.parse("{\"a\":1,\"b\":{}}"),
        Json.parseObjectWithout(
            "{\"x\" : [\"\\\"]\", {\"k\" : \"}\", \"l\":[]}, {}, 1.5e3, null],"
                + " \"a\":1,\"b\":{\"x\":{}}}",
            Set.of("x")));
  }

  @Test
  void keepsTheLastOfEqualNames() {
    assertEquals(Optional.of(2), Json.parseObject("{\"a\":1,\"a\":2}").integer("a"));
  }

  @Test
  void treatsNullMembersAsAbsent() {
    JsonObject object = Json.parseObject("{\"a\":null}");
    assertEquals(Optional.empty(), object.string("a"));
    assertEquals(Optional.empty(), object.integer("b"));
  }

  @Test
  void namesTheMemberOfTheWrongType() {
    JsonObject object = Json.parseObject("{\"a\":[]}");
    JsonException e = assertThrows(JsonException.class, () -> object.string("a"));
    assertEquals("\"a\" should be string, is array", e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "1e99", "1e999999999", "99999999999999999999", "2147483648"})
  void refusesNumbersThatAreNoIntegers(String literal) {
    JsonObject object = Json.parseObject("{\"a\":" + literal + "}");
    assertThrows(JsonException.class, () -> object.integer("a"));
  }

  @Test
  void readsIntegersInEverySpelling() {
    assertEquals(-20, new JsonNumber("-2.0e1").asLong());
    assertEquals(Long.MAX_VALUE, new JsonNumber("9223372036854775807").asLong());
    assertEquals(Integer.MIN_VALUE, new JsonNumber("-2147483648").asInt());
  }

  @Test
  void refusesArraysOfOtherItems() {
    JsonArray mixed = new JsonArray(List.of(JsonValue.of(1L), JsonValue.of("a")));
    assertThrows(JsonException.class, mixed::integers);
    assertThrows(JsonException.class, mixed::strings);
    assertThrows(JsonException.class, mixed::objects);
  }

  @Test
  void refusesIntegersOfAbsurdLengthInAShortMessage() {
    JsonNumber absurd = new JsonNumber("1" + "0".repeat(1_000_000));
    JsonException e = assertThrows(JsonException.class, absurd::asLong);
    assertEquals("1" + "0".repeat(38) + "… is no integer", e.getMessage());
  }

  @Test
  void shortensWhatItFoundInstead() {
    JsonArray wrong = new JsonArray(List.of(JsonValue.of("x".repeat(1_000_000))));
    for (Executable reading : List.<Executable>of(wrong::objects, wrong::integers)) {
      JsonException e = assertThrows(JsonException.class, reading);
      assertTrue(e.getMessage().endsWith("found \"" + "x".repeat(38) + "…"), e.getMessage());
    }
  }

  @Test
  void failsAsABadArgumentForCallersWhoCannotSeeItsOwnType() {
    assertThrows(IllegalArgumentException.class, () -> Json.parse("{"));
  }
}
