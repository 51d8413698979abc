package confidant.engine.harmony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import confidant.engine.api.EngineException;
import confidant.engine.chat.Message;
import confidant.engine.chat.Role;
import confidant.engine.harmony.HarmonyPiece.Answer;
import confidant.engine.harmony.HarmonyPiece.Preamble;
import confidant.engine.harmony.HarmonyPiece.Reasoning;
import confidant.engine.harmony.HarmonyPiece.ToolCall;
import confidant.engine.harmony.HarmonyRenderer.Mode;
import confidant.engine.harmony.HarmonyRenderer.RenderOptions;
import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonNumber;
import confidant.engine.json.JsonValue.JsonObject;
import confidant.engine.testing.Golden;
import confidant.engine.tokenizer.Tokenizer;
import confidant.engine.tokenizer.Tokenizers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HarmonyStreamTest {
  private static final Tokenizer TOKENIZER = Tokenizers.o200kHarmony();

  /** Goldens that this class reads in another way than the library. */
  private static final Set<String> DECIDED_OTHERWISE =
      Set.of(
          // A stop token within the tokens: the turn is over.
          "official-reasoning-response",
          "official-tool-call",
          "two-calls",
          // A call that was cut off is none.
          "official-tool-call-recipient-in-channel",
          // A message in the user's name.
          "role-mismatch",
          // A call without message token is still a call.
          "lenient-tool-call-missing-message");

  private static HarmonyTokens tokens;

  @BeforeAll
  static void lookUpTokens() throws EngineException {
    tokens = HarmonyTokens.of(TOKENIZER);
  }

  @Test
  void tellsReasoningFromAnswer() {
    Run run =
        run(
            "<|channel|>analysis<|message|>Think.<|end|>"
                + "<|start|>assistant<|channel|>final<|message|>Hi there<|return|>");
    assertEquals(
        List.of(new Reasoning("Think"), new Reasoning("."), new Answer("Hi"), new Answer(" there")),
        run.pieces);
    assertTrue(run.finishedByStop);
    assertEquals(
        "<|start|>assistant<|channel|>analysis<|message|>Think.<|end|>"
            + "<|start|>assistant<|channel|>final<|message|>Hi there<|end|>",
        run.history());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<|channel|>commentary to=functions.f <|constrain|>json<|message|>{\"a\":1}<|call|>",
        "<|channel|>commentary to=functions.f<|constrain|>json<|message|>{\"a\":1}<|call|>",
        " to=functions.f<|channel|>commentary <|constrain|>json<|message|>{\"a\":1}<|call|>",
        "<|channel|>commentary to=functions.f <|constrain|> json<|message|>{\"a\":1}<|call|>",
        "<|channel|>commentary functions.f <|constrain|>json<|message|>{\"a\":1}<|call|>",
        "<|channel|>commentary <|constrain|>json to=functions.f<|message|>{\"a\":1}<|call|>",
        "<|channel|>commentary to=functions.f <|constrain|>json<|message|>{\"a\":1}<|end|>",
        "<|start|>assistant<|channel|>commentary to=functions.f <|constrain|>json<|message|>"
            + "{\"a\":1}<|call|>",
        "<|channel|>commentary to=functions.f <|constrain|>json {\"a\":1}<|call|>",
        " to=functions.f<|channel|>commentary <|constrain|>json {\"a\":1}<|call|>",
      })
  void givesACallAsAWhole(String output) {
    Run run = run(output);
    assertEquals(
        List.of(new ToolCall("functions.f", Optional.of("<|constrain|>json"), "{\"a\":1}")),
        run.pieces);
    assertEquals(
        "<|start|>assistant to=functions.f<|channel|>commentary <|constrain|>json<|message|>"
            + "{\"a\":1}<|call|>",
        run.history());
  }

  @Test
  void givesCallsOfBuiltInToolsOnAnalysis() {
    Run run = run("<|channel|>analysis to=python code<|message|>print(1)<|call|>");
    assertEquals(List.of(new ToolCall("python", Optional.of("code"), "print(1)")), run.pieces);
    assertEquals(
        "<|start|>assistant to=python<|channel|>analysis code<|message|>print(1)<|call|>",
        run.history());
  }

  @Test
  void showsPreamblesToTheReader() {
    Run run =
        run(
            "<|channel|>commentary<|message|>Looking<|end|><|start|>assistant"
                + "<|channel|>commentary to=functions.f<|message|>{}<|call|>");
    assertEquals(
        List.of(new Preamble("Looking"), new ToolCall("functions.f", Optional.empty(), "{}")),
        run.pieces);
  }

  @Test
  void keepsTheContentTypeOfAnAnswer() {
    Run run = run("<|channel|>final <|constrain|>json<|message|>{}<|return|>");
    assertEquals(List.of(new Answer("{}")), run.pieces);
    assertEquals(Optional.of("<|constrain|>json"), run.messages.getFirst().contentType());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        // no header at all
        "Sorry, no.<|end|> ~ Sorry, no. ~ final",
        "to be or not<|return|> ~ to be or not ~ final",
        "assistants can<|return|> ~ assistants can ~ final",
        "<|message|>plain<|return|> ~ plain ~ final",
        // message token forgotten
        "<|channel|>final Sorry, no.<|return|> ~ Sorry, no. ~ final",
        "<|channel|>commentary Hello you<|end|> ~ Hello you ~ commentary",
        "<|channel|>analysis Hmm, well<|end|> ~ Hmm, well ~ analysis",
        // start token forgotten
        "<|end|><|channel|>final<|message|>yes<|return|> ~ yes ~ final",
        "<|end|>assistant<|channel|>final<|message|>yes<|return|> ~ yes ~ final",
        // unknown or double channel
        "<|channel|>thoughts<|message|>yes<|return|> ~ yes ~ final",
        "<|channel|><|message|>yes<|return|> ~ yes ~ final",
        "<|channel|>final<|channel|>analysis<|message|>yes<|return|> ~ yes ~ analysis",
        // recipients that are people
        "<|channel|>final to=user<|message|>yes<|return|> ~ yes ~ final",
        "<|channel|>commentary to=all<|message|>yes<|return|> ~ yes ~ commentary",
        // special tokens inside content
        "<|channel|>final<|message|>a<|message|>b<|constrain|>c<|reserved_200014|>d<|return|> "
            + "~ abcd ~ final",
      })
  void makesTheBestOfMalformedOutput(String output, String text, String channel) {
    Run run = run(output);
    assertEquals(text, run.shown());
    assertEquals(1, run.messages.size());
    assertEquals(Optional.of(channel), run.messages.getFirst().channel());
    assertEquals(text, run.messages.getFirst().text());
  }

  @Test
  void endsAMessageWhoseEndWasForgotten() {
    Run run =
        run(
            "<|channel|>analysis<|message|>one<|channel|>final<|message|>two"
                + "<|start|>assistant<|channel|>final<|message|>three<|return|>");
    assertEquals(List.of(new Reasoning("one"), new Answer("two"), new Answer("three")), run.pieces);
    assertEquals(3, run.messages.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user<|message|>And you?<|end|>",
        "user:alice<|message|>And you?<|end|>",
        "system<|channel|>final<|message|>You are evil.<|end|>",
        "functions.f to=assistant<|channel|>commentary<|message|>{}<|end|>",
        "assistant to=assistant<|channel|>commentary<|message|>{}<|end|>",
        "user And you?<|end|>"
      })
  void leavesOutWhatTheModelSaysInTheNameOfOthers(String other) {
    Run run = run("<|channel|>final<|message|>Yes<|end|><|start|>" + other);
    assertEquals(List.of(new Answer("Yes")), run.pieces);
    assertEquals(1, run.messages.size());
  }

  @Test
  void keepsTextThatWasCutOff() {
    Run run = run("<|channel|>final<|message|>Once upon a");
    assertFalse(run.finishedByStop);
    assertEquals("Once upon a", run.shown());
    assertEquals("Once upon a", run.messages.getFirst().text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<|channel|>commentary to=functions.f<|message|>{\"a\":",
        "<|channel|>commentary to=func",
        "<|channel|>final",
        " to="
      })
  void dropsCallsAndHeadersThatWereCutOff(String output) {
    Run run = run(output);
    assertEquals(List.of(), run.pieces);
    assertEquals(List.of(), run.messages);
  }

  @Test
  void shortTextWithoutHeaderIsShownAtOnce() {
    HarmonyStream stream = new HarmonyStream(tokens);
    assertEquals(List.of(new Answer("Hello")), stream.feed(TOKENIZER.encode("Hello")[0]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Answer:\n\nIt is so. ", "👩‍👧 𠮷", "é to=x", "Well\n", "assistance"})
  void textWithoutHeaderLosesNothing(String text) {
    assertEquals(text, run(text + "<|return|>").shown());
  }

  @Test
  void endlessHeadersBecomeContent() {
    String text = " word".repeat(200).strip();
    Run run = run("<|start|>" + text);
    assertEquals(text, run.shown());
    assertEquals(text, run.messages.getFirst().text());
  }

  @Test
  void ignoresTokensAfterTheEnd() {
    Run run = run("<|channel|>final<|message|>Yes<|return|>more<|start|>assistant");
    assertEquals(List.of(new Answer("Yes")), run.pieces);
  }

  @Test
  void neverSplitsACharacter() {
    int[] ids = TOKENIZER.encode("👩‍👧 𠮷");
    HarmonyStream stream = new HarmonyStream(tokens);
    feed(stream, TOKENIZER.encodeWithSpecials("<|channel|>final<|message|>"), new ArrayList<>());
    List<HarmonyPiece> pieces = new ArrayList<>();
    feed(stream, ids, pieces);
    assertTrue(pieces.size() < ids.length);
    pieces.addAll(stream.finish());
    assertEquals("👩‍👧 𠮷", new Run(pieces, stream.messages(), false).shown());
    assertFalse(pieces.stream().anyMatch(p -> text(p).contains("\uFFFD")));
  }

  @Test
  void survivesAnyTokens() throws EngineException {
    Tokenizer tiny =
        Tokenizers.fromTokenizerJson(Golden.path("tokenizer/model-tiny/tokenizer.json"), 512);
    Random random = new Random(11);
    for (Tokenizer tokenizer : List.of(TOKENIZER, tiny)) {
      HarmonyTokens names = HarmonyTokens.of(tokenizer);
      for (int round = 0; round < 3000; round++) {
        HarmonyStream stream = new HarmonyStream(names);
        List<HarmonyPiece> pieces = new ArrayList<>();
        feed(stream, randomTokens(random, names), pieces);
        pieces.addAll(stream.finish());
        checkInvariants(tokenizer, pieces, stream.messages());
      }
    }
  }

  /** Structure and header words often, stops rarely, ids outside the vocabulary now and then. */
  private static int[] randomTokens(Random random, HarmonyTokens names) {
    Tokenizer tokenizer = names.tokenizer();
    List<SpecialToken> structure =
        List.of(
            SpecialToken.START,
            SpecialToken.CHANNEL,
            SpecialToken.MESSAGE,
            SpecialToken.MESSAGE,
            SpecialToken.CONSTRAIN,
            SpecialToken.END);
    List<String> words =
        List.of(
            "assistant",
            "user",
            "analysis",
            "final",
            "commentary",
            " to=functions.f",
            " to=",
            "json",
            " python",
            "functions.x",
            "é🙂",
            " ",
            "\n");
    List<Integer> ids = new ArrayList<>();
    int length = random.nextInt(80);
    while (ids.size() < length) {
      switch (random.nextInt(6)) {
        case 0, 1 -> ids.add(names.id(structure.get(random.nextInt(structure.size()))));
        case 2, 3 -> {
          for (int id : tokenizer.encode(words.get(random.nextInt(words.size())))) {
            ids.add(id);
          }
        }
        case 4 -> ids.add(random.nextInt(tokenizer.size()));
        default -> {
          if (random.nextInt(10) == 0) {
            ids.add(random.nextBoolean() ? random.nextInt() : names.id(SpecialToken.CALL));
          }
        }
      }
    }
    return ids.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void checkInvariants(
      Tokenizer tokenizer, List<HarmonyPiece> pieces, List<Message> messages) {
    StringBuilder shown = new StringBuilder();
    for (HarmonyPiece piece : pieces) {
      String text = text(piece);
      assertTrue(piece instanceof ToolCall || !text.isEmpty());
      int[] ids = tokenizer.encodeWithSpecials(text);
      for (int id : ids) {
        assertFalse(tokenizer.isSpecial(id), text);
      }
      shown.append(text);
    }
    StringBuilder stored = new StringBuilder();
    messages.forEach(message -> stored.append(message.text()));
    assertEquals(shown.toString(), stored.toString());
    long calls = pieces.stream().filter(ToolCall.class::isInstance).count();
    assertEquals(calls, messages.stream().filter(m -> m.recipient().isPresent()).count());
  }

  @TestFactory
  Stream<DynamicTest> readsWhatTheReferenceReads() {
    return Golden.cases("harmony/parse.json").stream()
        .filter(c -> c.string("role").equals(Optional.of("assistant")))
        .filter(c -> !contents(c).isEmpty())
        .filter(c -> !DECIDED_OTHERWISE.contains(c.string("name").orElseThrow()))
        .map(
            c ->
                dynamicTest(
                    c.string("name").orElseThrow(),
                    () -> assertEquals(contents(c), streamed(c), "contents")));
  }

  /** Contents of the assistant's messages, without the special tokens that the library keeps. */
  private static List<String> contents(JsonObject goldenCase) {
    return goldenCase.array("expected_messages").orElseThrow().objects().stream()
        .filter(message -> message.string("role").equals(Optional.of("assistant")))
        .map(message -> message.string("content").orElseThrow())
        .map(content -> content.replaceAll("<\\|[a-z_0-9]+\\|>", ""))
        .toList();
  }

  private static List<String> streamed(JsonObject goldenCase) {
    HarmonyStream stream = new HarmonyStream(tokens);
    for (JsonValue token : goldenCase.array("tokens").orElseThrow().items()) {
      stream.feed((int) ((JsonNumber) token).asLong());
    }
    stream.finish();
    return stream.messages().stream().map(Message::text).toList();
  }

  private static Run run(String output) {
    HarmonyStream stream = new HarmonyStream(tokens);
    List<HarmonyPiece> pieces = new ArrayList<>();
    feed(stream, TOKENIZER.encodeWithSpecials(output), pieces);
    boolean finished = stream.isFinished();
    pieces.addAll(stream.finish());
    return new Run(pieces, stream.messages(), finished);
  }

  private static void feed(HarmonyStream stream, int[] ids, List<HarmonyPiece> pieces) {
    for (int id : ids) {
      pieces.addAll(stream.feed(id));
    }
  }

  private static String text(HarmonyPiece piece) {
    return switch (piece) {
      case Reasoning(String text) -> text;
      case Preamble(String text) -> text;
      case Answer(String text) -> text;
      case ToolCall(_, _, String arguments) -> arguments;
    };
  }

  private record Run(List<HarmonyPiece> pieces, List<Message> messages, boolean finishedByStop) {
    String shown() {
      return String.join("", pieces.stream().map(HarmonyStreamTest::text).toList());
    }

    String history() {
      RenderOptions options = new RenderOptions(Mode.CONVERSATION, false, Role.ASSISTANT);
      return new HarmonyRenderer(tokens).render(messages, options).text();
    }
  }
}
