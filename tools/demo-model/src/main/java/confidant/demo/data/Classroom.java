package confidant.demo.data;

import confidant.app.chat.AnswerResult;
import confidant.app.chat.ChatService;
import confidant.app.chat.Conversation;
import confidant.app.chat.Question;
import confidant.engine.api.EngineException;
import confidant.engine.chat.Cancellation;
import confidant.engine.chat.GenerationParams;
import confidant.engine.harmony.Channels;
import confidant.engine.harmony.HarmonyRenderer;
import confidant.engine.harmony.HarmonyTokens;
import confidant.engine.harmony.SpecialToken;
import confidant.engine.tokenizer.Tokenizer;
import confidant.ingest.prompt.Purpose;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Turns questions and answers about a paper into tokens. The program's own chat makes the prompts,
 * so whatever it tells a model stands in the lessons as well.
 */
public final class Classroom {
  private static final int ANSWER_TOKENS = 1024;

  private final Tokenizer tokenizer;
  private final HarmonyTokens tokens;

  Classroom(Tokenizer tokenizer) throws EngineException {
    this.tokenizer = tokenizer;
    this.tokens = HarmonyTokens.of(tokenizer);
  }

  /** A conversation of which the last answer is to be learnt; empty if it does not fit. */
  Optional<Text> conversation(Exam exam, List<Exchange> exchanges) throws EngineException {
    Recorder recorder = new Recorder(new HarmonyRenderer(tokens));
    try (ChatService chat =
        new ChatService(recorder, tokenizer, recorder.contextTokens(), exam::today)) {
      Conversation conversation = Conversation.empty();
      for (Exchange exchange : exchanges) {
        recorder.say(exchange.analysis().text(), exchange.answer().text());
        AnswerResult result =
            chat.ask(
                conversation,
                question(exchange, exam),
                GenerationParams.greedy(ANSWER_TOKENS),
                new Cancellation(),
                event -> {});
        if (!(result instanceof AnswerResult.Answered(Conversation next))) {
          return Optional.empty();
        }
        conversation = next;
      }
    }
    return Optional.of(text(recorder.prompt(), exchanges.getLast()));
  }

  /** The question as the program asks it. */
  public static Question question(Exchange exchange, Exam exam) {
    Purpose purpose =
        switch (exchange.sort()) {
          case SUMMARY -> Purpose.SUMMARY;
          case EXPLANATION -> Purpose.EXPLAIN;
          case STATED, ABSENT -> Purpose.QUESTION;
        };
    return new Question(
        purpose, exchange.question(), List.of(exam.paper()), exam.effort(), exam.locale());
  }

  private Text text(int[] prompt, Exchange exchange) {
    List<Integer> ids = new ArrayList<>();
    ByteArrayOutputStream marks = new ByteArrayOutputStream();
    int paperStart = lastOpened(prompt);
    for (int i = 0; i < prompt.length; i++) {
      ids.add(prompt[i]);
      marks.write((i > paperStart ? Mark.PAPER : Mark.GIVEN).code());
    }
    channel(Channels.ANALYSIS, ids, marks);
    write(exchange.analysis(), ids, marks);
    special(SpecialToken.END, ids, marks);
    special(SpecialToken.START, ids, marks);
    write(new Passage().words("assistant"), ids, marks);
    channel(Channels.FINAL, ids, marks);
    write(exchange.answer(), ids, marks);
    special(SpecialToken.RETURN, ids, marks);
    return new Text(ids.stream().mapToInt(Integer::intValue).toArray(), marks.toByteArray());
  }

  /** Where the first message of the person begins. */
  private int lastOpened(int[] prompt) {
    int[] user = tokenizer.encode("user");
    for (int i = 1; i < prompt.length - user.length; i++) {
      boolean started = prompt[i - 1] == tokens.id(SpecialToken.START);
      if (started && Arrays.equals(prompt, i, i + user.length, user, 0, user.length)) {
        return i + user.length;
      }
    }
    return prompt.length;
  }

  private void channel(String name, List<Integer> ids, ByteArrayOutputStream marks) {
    special(SpecialToken.CHANNEL, ids, marks);
    write(new Passage().words(name), ids, marks);
    special(SpecialToken.MESSAGE, ids, marks);
  }

  private void special(SpecialToken token, List<Integer> ids, ByteArrayOutputStream marks) {
    ids.add(tokens.id(token));
    marks.write(Mark.ANSWER.code());
  }

  /** Tokens of which one character belongs to a figure are part of it. */
  private void write(Passage passage, List<Integer> ids, ByteArrayOutputStream marks) {
    int byteAt = 0;
    int[] characters = characterOfByte(passage.text());
    for (int id : tokenizer.encode(passage.text())) {
      int end = byteAt + tokenizer.bytes(id).orElseThrow().length;
      boolean figure = passage.isFigure(characters[byteAt], characters[end - 1] + 1);
      ids.add(id);
      marks.write((figure ? Mark.FIGURE : Mark.ANSWER).code());
      byteAt = end;
    }
  }

  private static int[] characterOfByte(String text) {
    int[] characters = new int[text.length() * 4 + 1];
    int at = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      int bytes = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      Arrays.fill(characters, at, at + bytes, i);
      at += bytes;
      i += Character.charCount(point);
    }
    return characters;
  }
}
