package confidant.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.api.EngineException;
import confidant.engine.chat.Cancellation;
import confidant.engine.chat.Message;
import confidant.engine.chat.TokenEvent;
import confidant.engine.chat.TokenEvent.EndReason;
import confidant.engine.chat.TokenEvent.ReasoningClosed;
import confidant.engine.chat.TokenEvent.ReasoningClosed.Cause;
import confidant.engine.harmony.HarmonyTokens;
import confidant.engine.speculation.Drafter;
import confidant.engine.tokenizer.Tokenizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A chain of thought that is ended from outside; what is drawn is written down beforehand. */
class ReasoningEndTest {
  private static final int[] PROMPT = {5, 6, 7, 8};
  private static final String THINKING = "<|channel|>analysis<|message|>";
  private static final String AT_ONCE = "<|channel|>final<|message|>";
  private static final String THEN = "<|end|><|start|>assistant" + AT_ONCE;
  private final Cancellation cancellation = new Cancellation();
  private final List<TokenEvent> events = new ArrayList<>();
  private final Deque<Integer> script = new ArrayDeque<>();

  /** What was drawn and what was put in between. */
  private final List<Integer> turn = new ArrayList<>();

  private Runnable whenDrawing = () -> {};
  private OpenModel model;
  private Tokenizer tokenizer;
  private Sequence sequence;

  @BeforeEach
  void open() throws EngineException {
    model = TinyModel.open();
    tokenizer = model.tokenizer();
    sequence = new Sequence(model, 1024);
  }

  @AfterEach
  void close() {
    sequence.close();
    model.close();
  }

  private void willDraw(String text) {
    Arrays.stream(tokenizer.encodeWithSpecials(text)).forEach(script::add);
  }

  private List<Message> generate(Drafter drafter, int maxTokens, Consumer<TokenEvent> heard)
      throws EngineException {
    Generation generation =
        new Generation(
            sequence,
            HarmonyTokens.of(tokenizer),
            logits -> {
              whenDrawing.run();
              int token = script.remove();
              turn.add(token);
              return token;
            },
            maxTokens,
            drafter,
            cancellation,
            event -> {
              events.add(event);
              heard.accept(event);
            });
    return generation.run(
        sequence.read(PROMPT, done -> true), new Generation.PromptCost(PROMPT.length, 0, 1));
  }

  /** Whatever it thought of is forgotten once the answer begins. */
  private void answerWhenClosed(TokenEvent event) {
    if (event instanceof ReasoningClosed) {
      int[] opening = tokenizer.encodeWithSpecials(turn.isEmpty() ? AT_ONCE : THEN);
      Arrays.stream(opening).forEach(turn::add);
      script.clear();
      willDraw("Yes.<|return|>");
    }
  }

  /** The last token is drawn, but not read. */
  private void assertHeld() {
    List<Integer> all = new ArrayList<>(Arrays.stream(PROMPT).boxed().toList());
    all.addAll(turn.subList(0, turn.size() - 1));
    assertEquals(all, Arrays.stream(sequence.tokens()).boxed().toList());
    assertEquals(turn.size(), end().usage().generatedTokens());
  }

  private List<Cause> causes() {
    return events.stream()
        .filter(ReasoningClosed.class::isInstance)
        .map(event -> ((ReasoningClosed) event).cause())
        .toList();
  }

  private String reasoning() {
    StringBuilder text = new StringBuilder();
    for (TokenEvent event : events) {
      if (event instanceof TokenEvent.Reasoning(String piece)) {
        text.append(piece);
      }
    }
    return text.toString();
  }

  private TokenEvent.End end() {
    return (TokenEvent.End) events.getLast();
  }

  @Test
  void theAnswerBeginsWhenSomebodyAsksForIt() throws EngineException {
    willDraw(THINKING + "Let me see. ".repeat(9));
    List<Message> written =
        generate(
            Drafter.none(),
            500,
            event -> {
              if (reasoning().length() >= 4) {
                cancellation.cancelReasoning();
              }
              answerWhenClosed(event);
            });
    String thought = reasoning();
    assertTrue(thought.length() < 12, thought);
    assertEquals(
        List.of(Message.assistant("analysis", thought), Message.assistant("final", "Yes.")),
        written);
    assertEquals(List.of(Cause.ASKED), causes());
    assertEquals(EndReason.STOP, end().reason());
    assertHeld();
  }

  @Test
  void askedBeforehandTheModelDoesNotThinkAtAll() throws EngineException {
    cancellation.cancelReasoning();
    List<Message> written = generate(Drafter.none(), 500, this::answerWhenClosed);
    assertEquals(List.of(Message.assistant("final", "Yes.")), written);
    assertEquals("", reasoning());
    assertHeld();
  }

  @Test
  void aHeaderIsWrittenToItsEndFirst() throws EngineException {
    willDraw(THINKING + "Hm");
    int all = script.size();
    whenDrawing =
        () -> {
          if (script.size() == all - 1) {
            cancellation.cancelReasoning();
          }
        };
    List<Message> written = generate(Drafter.none(), 500, this::answerWhenClosed);
    assertEquals("Yes.", written.getLast().text());
    assertEquals(List.of(Cause.ASKED), causes());
    assertHeld();
  }

  @Test
  void anAnswerIsNotTouched() throws EngineException {
    willDraw("<|channel|>final<|message|>No, not at all.<|return|>");
    generate(
        Drafter.none(),
        500,
        event -> {
          if (event instanceof TokenEvent.Answer) {
            cancellation.cancelReasoning();
          }
        });
    assertEquals(List.of(), causes());
    assertHeld();
  }

  @Test
  void aThoughtThatGoesRoundInCirclesIsEnded() throws EngineException {
    String circle = "But wait, maybe the total is meant. ";
    willDraw(THINKING + "Let me see. " + circle.repeat(60));
    List<Message> written = generate(Drafter.none(), 900, this::answerWhenClosed);
    assertEquals(List.of(Cause.REPEATED), causes());
    assertEquals("Yes.", written.getLast().text());
    assertTrue(reasoning().contains(circle.repeat(3)), reasoning());
    assertHeld();
  }

  @Test
  void anAnswerMayRepeatItself() throws EngineException {
    String answer = "The same line again. ".repeat(40);
    willDraw("<|channel|>final<|message|>" + answer + "<|return|>");
    List<Message> written = generate(Drafter.none(), 900, event -> {});
    assertEquals(List.of(), causes());
    assertEquals(answer, written.getLast().text());
  }

  @Test
  void itIsTheSameInsideADraft() throws EngineException {
    willDraw(THINKING + "Let me see. ".repeat(9));
    int[] guess = script.stream().mapToInt(Integer::intValue).toArray();
    int[] rest = Arrays.copyOf(guess, 500);
    generate(
        new Ahead(rest),
        500,
        event -> {
          if (reasoning().length() >= 4) {
            cancellation.cancelReasoning();
          }
          answerWhenClosed(event);
        });
    assertEquals(List.of(Cause.ASKED), causes());
    assertHeld();
  }

  @Test
  void withoutRoomForAnAnswerTheEndComesByItself() throws EngineException {
    willDraw(THINKING + "Let me see. Let me see.");
    int header = tokenizer.encodeWithSpecials(THINKING).length;
    generate(
        Drafter.none(),
        header + 5,
        event -> {
          if (event instanceof TokenEvent.Reasoning) {
            cancellation.cancelReasoning();
          }
        });
    assertEquals(List.of(), causes());
    assertEquals(EndReason.MAX_TOKENS, end().reason());
  }

  @Test
  void aStopIsHeardWhileTheReasoningIsBeingEnded() throws EngineException {
    willDraw(THINKING + "Let me see.");
    generate(
        Drafter.none(),
        500,
        event -> {
          if (event instanceof TokenEvent.Reasoning) {
            cancellation.cancelReasoning();
            cancellation.cancel();
          }
        });
    assertEquals(EndReason.CANCELLED, end().reason());
    assertEquals(List.of(), causes());
  }

  /** Guesses what the script says, at the place where drawing is. */
  private static final class Ahead implements Drafter {
    private final int[] text;
    private int drawn;

    Ahead(int[] text) {
      this.text = text;
    }

    @Override
    public void begin(int[] tokens) {
      drawn = 0;
    }

    @Override
    public void append(int token) {
      drawn++;
    }

    @Override
    public int[] draft(int most) {
      int from = Math.min(drawn, text.length);
      return Arrays.copyOfRange(
          text, from, Math.min(text.length, from + Math.min(most, MOST_PASS_TOKENS - 1)));
    }

    @Override
    public void verified(int drafted, int accepted, long nanos) {}
  }
}
