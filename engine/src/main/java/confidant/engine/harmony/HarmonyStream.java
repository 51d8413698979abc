package confidant.engine.harmony;

import confidant.engine.chat.Content.Text;
import confidant.engine.chat.Message;
import confidant.engine.chat.Role;
import confidant.engine.harmony.HarmonyPiece.Answer;
import confidant.engine.harmony.HarmonyPiece.Preamble;
import confidant.engine.harmony.HarmonyPiece.Reasoning;
import confidant.engine.harmony.HarmonyPiece.ToolCall;
import confidant.engine.harmony.StreamHeader.Fields;
import confidant.engine.harmony.StreamHeader.Loose;
import confidant.engine.tokenizer.StreamingDecoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the tokens that a model samples, after a prompt that ends with {@code <|start|>assistant},
 * into pieces for a reader and messages for the history.
 *
 * <p>Made for models that slip: whatever the tokens, nothing is thrown and no special token's text
 * gets into a piece. A forgotten start, message or end token is made up for; messages that the
 * model writes in the name of somebody else are left out. Used by one thread at a time.
 */
public final class HarmonyStream {
  private static final String REPLACEMENT = "\uFFFD";

  private final HarmonyTokens tokens;
  private final Set<Integer> stops;
  private final List<Message> messages = new ArrayList<>();
  private final StreamingDecoder decoder = new StreamingDecoder();
  private final StringBuilder content = new StringBuilder();

  /** Present while a header is being read. */
  private Optional<StreamHeader> header = Optional.of(new StreamHeader(false));

  private Fields fields = new Fields(false, Optional.empty(), Optional.empty(), Optional.empty());
  private boolean begun;
  private boolean finished;

  public HarmonyStream(HarmonyTokens tokens) {
    this.tokens = tokens;
    stops = StopTokens.of(tokens.tokenizer());
  }

  /** Takes a sampled token; returns what it completes. After a stop token nothing happens. */
  public List<HarmonyPiece> feed(int token) {
    List<HarmonyPiece> pieces = new ArrayList<>(1);
    if (finished) {
      return pieces;
    }
    begun = true;
    if (stops.contains(token)) {
      endMessage(true, pieces);
      finished = true;
      return pieces;
    }
    Optional<SpecialToken> special = tokens.special(token);
    if (special.isPresent()) {
      structure(special.get(), pieces);
    } else if (!tokens.tokenizer().isSpecial(token)) {
      ordinary(tokens.tokenizer().bytes(token), pieces);
    }
    return pieces;
  }

  /**
   * Ends the turn where no stop token did: text so far is kept, an unfinished call or header is
   * not.
   */
  public List<HarmonyPiece> finish() {
    List<HarmonyPiece> pieces = new ArrayList<>(1);
    if (!finished) {
      endMessage(false, pieces);
      finished = true;
    }
    return pieces;
  }

  /** Where the next token stands. */
  public Place place() {
    if (header.isPresent()) {
      if (!header.get().isUntouched()) {
        return Place.HEADER;
      }
      return begun ? Place.BETWEEN : Place.BEGINNING;
    }
    boolean reasoning =
        !fields.foreign() && fields.recipient().isEmpty() && channel().equals(Channels.ANALYSIS);
    return reasoning ? Place.REASONING : Place.CONTENT;
  }

  /** Where a token stands in the assistant's turn. */
  public enum Place {
    /** Nothing was written as yet. */
    BEGINNING,
    /** A message has ended, and the next has not begun. */
    BETWEEN,
    /** Within a header. */
    HEADER,
    /** Within a chain of thought. */
    REASONING,
    /** Within any other message. */
    CONTENT
  }

  /** Whether a stop token or {@link #finish} has ended the turn. */
  public boolean isFinished() {
    return finished;
  }

  /**
   * The messages that have ended, as the history stores them: the renderer ends them with the end
   * token, calls with the call token. Text without a known channel is stored as final.
   */
  public List<Message> messages() {
    return Collections.unmodifiableList(messages);
  }

  private void structure(SpecialToken special, List<HarmonyPiece> pieces) {
    switch (special) {
      case START -> {
        endMessage(true, pieces);
        header = Optional.of(new StreamHeader(true));
      }
      case END -> endMessage(true, pieces);
      case CHANNEL -> {
        if (header.isEmpty()) {
          // The end of the message before was forgotten.
          endMessage(true, pieces);
        }
        header.ifPresent(StreamHeader::channel);
      }
      case CONSTRAIN -> header.ifPresent(StreamHeader::constrain);
      case MESSAGE -> header.ifPresent(h -> beginContent(h.read()));
      case RETURN, CALL -> {
        // Stop tokens: feed has dealt with them.
      }
    }
  }

  private void ordinary(Optional<byte[]> bytes, List<HarmonyPiece> pieces) {
    if (header.isEmpty()) {
      // An id outside the vocabulary is a row of the output matrix without a meaning.
      say(bytes.map(decoder::append).orElseGet(() -> decoder.finish() + REPLACEMENT), pieces);
      return;
    }
    StreamHeader reading = header.get();
    reading.append(bytes.orElseGet(() -> new byte[0]));
    if (reading.isNone()) {
      beginContent(reading.readLoosely(), pieces);
    }
  }

  private void beginContent(Fields read) {
    fields = read;
    header = Optional.empty();
    content.setLength(0);
  }

  /** Makes content of a header that turned out to be none. */
  private void beginContent(Loose read, List<HarmonyPiece> pieces) {
    beginContent(read.fields());
    say(read.text(), pieces);
  }

  /** Adds to the content, and to what the reader sees unless it is a call. */
  private void say(String text, List<HarmonyPiece> pieces) {
    content.append(text);
    if (!text.isEmpty() && !fields.foreign() && fields.recipient().isEmpty()) {
      pieces.add(
          switch (channel()) {
            case Channels.ANALYSIS -> new Reasoning(text);
            case Channels.COMMENTARY -> new Preamble(text);
            default -> new Answer(text);
          });
    }
  }

  private String channel() {
    boolean call = fields.recipient().isPresent();
    return fields.channel().orElse(call ? Channels.COMMENTARY : Channels.FINAL);
  }

  /**
   * Ends the message that is being read, if any, and expects the next.
   *
   * @param complete whether the model ended it itself
   */
  private void endMessage(boolean complete, List<HarmonyPiece> pieces) {
    if (header.isPresent()) {
      Loose loose = header.get().readLoosely();
      boolean saysSomething = !loose.text().isEmpty() || loose.fields().recipient().isPresent();
      if (complete && saysSomething) {
        beginContent(loose, pieces);
      }
    }
    if (header.isEmpty()) {
      say(decoder.finish(), pieces);
      store(complete, pieces);
    }
    header = Optional.of(new StreamHeader(false));
  }

  private void store(boolean complete, List<HarmonyPiece> pieces) {
    Optional<String> recipient = fields.recipient();
    if (fields.foreign() || (recipient.isPresent() && !complete)) {
      return;
    }
    recipient.ifPresent(
        tool -> pieces.add(new ToolCall(tool, fields.contentType(), content.toString())));
    messages.add(
        new Message(
            Role.ASSISTANT,
            Optional.empty(),
            Optional.of(channel()),
            recipient,
            fields.contentType(),
            List.of(new Text(content.toString()))));
  }
}
