package confidant.engine.harmony;

import confidant.engine.chat.Role;
import confidant.engine.tokenizer.StreamingDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A header that a model is writing. Unlike {@link HeaderParser} it makes the best of anything, and
 * tells early when the text is no header at all.
 */
final class StreamHeader {
  /** Longer than any header with a long function name. */
  private static final int MAX_TOKENS = 64;

  private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final String RECIPIENT = "to=";
  private static final String ASSISTANT = Roles.word(Role.ASSISTANT);
  private static final Set<String> CHANNELS =
      Set.of(Channels.ANALYSIS, Channels.COMMENTARY, Channels.FINAL);

  /** Recipients that are no tools: the text is for people. */
  private static final Set<String> PEOPLE = Set.of("all", "user", ASSISTANT);

  private final boolean afterStart;
  private final StreamingDecoder decoder = new StreamingDecoder();
  private final StringBuilder author = new StringBuilder();
  private final StringBuilder channel = new StringBuilder();
  private final StringBuilder format = new StringBuilder();
  private StringBuilder current = author;
  private boolean constrained;
  private int tokens;

  /**
   * @param afterStart whether a start token stood before, so that a role comes first
   */
  StreamHeader(boolean afterStart) {
    this.afterStart = afterStart;
  }

  void append(byte[] bytes) {
    tokens++;
    current.append(decoder.append(bytes));
  }

  /** A channel marker; of several the last one counts. */
  void channel() {
    tokens++;
    endPart();
    channel.setLength(0);
    current = channel;
  }

  /** A constrain marker. */
  void constrain() {
    tokens++;
    endPart();
    constrained = true;
    current = format;
  }

  private void endPart() {
    current.append(decoder.finish()).append(' ');
  }

  /** Whether nothing of it was written, not even a start token before it. */
  boolean isUntouched() {
    return !afterStart && tokens == 0;
  }

  /** Whether the text cannot become a header any more, so that it must be content. */
  boolean isNone() {
    boolean atStart = !afterStart && current == author && !decoder.isPending();
    return tokens > MAX_TOKENS || (atStart && !mayBeginHeader());
  }

  private boolean mayBeginHeader() {
    String text = author.toString().strip();
    return RECIPIENT.startsWith(text)
        || ASSISTANT.startsWith(text)
        || text.startsWith(RECIPIENT)
        || text.startsWith(ASSISTANT + " ");
  }

  /** Reads the header, now that the message token came. */
  Fields read() {
    current.append(decoder.finish());
    List<String> authorWords = words(author);
    List<String> channelWords = words(channel);
    List<String> formatWords = words(format);
    boolean foreign = afterStart && isForeign(authorWords);
    Optional<String> name =
        channelWords.isEmpty() ? Optional.empty() : Optional.of(channelWords.removeFirst());
    List<String> all = new ArrayList<>(authorWords);
    all.addAll(channelWords);
    all.addAll(formatWords);
    Optional<String> named = last(all, StreamHeader::isRecipient);
    return new Fields(
        // A result that the model made up in a tool's name is for the assistant.
        foreign || named.equals(Optional.of(RECIPIENT + ASSISTANT)),
        name.filter(CHANNELS::contains),
        named.isPresent() ? tool(named) : last(all, StreamHeader::isTool),
        contentType(channelWords, formatWords));
  }

  private Optional<String> contentType(List<String> channelWords, List<String> formatWords) {
    Predicate<String> isType = word -> !word.startsWith(RECIPIENT) && !isTool(word);
    return constrained
        ? Optional.of(
            SpecialToken.CONSTRAIN.text()
                + formatWords.stream().filter(isType).findFirst().orElse(""))
        : last(channelWords, isType);
  }

  /** Tells fields from content as well as it goes, if the message token was forgotten. */
  Loose readLoosely() {
    current.append(decoder.finish());
    boolean foreign = afterStart && isForeign(words(author));
    Remainder start = new Remainder(author);
    if (afterStart) {
      start.take(ASSISTANT::equals);
    }
    Remainder said = new Remainder(channel);
    Optional<String> name = said.take(CHANNELS::contains);
    Optional<String> recipient =
        start.take(StreamHeader::isRecipient).or(() -> said.take(StreamHeader::isRecipient));
    Remainder formatted = new Remainder(format);
    Optional<String> type =
        constrained && recipient.isPresent()
            ? Optional.of(SpecialToken.CONSTRAIN.text() + formatted.take(w -> true).orElse(""))
            : Optional.empty();
    Fields fields = new Fields(foreign, name, tool(recipient), type);
    String text =
        Stream.of(start.text, said.text, formatted.text)
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(" "));
    return new Loose(fields, text);
  }

  private static boolean isRecipient(String word) {
    return word.startsWith(RECIPIENT) && word.length() > RECIPIENT.length();
  }

  /** The tool that a {@code to=} word names; empty if it names people. */
  private static Optional<String> tool(Optional<String> word) {
    return word.map(w -> w.substring(RECIPIENT.length())).filter(w -> !PEOPLE.contains(w));
  }

  /** Whether the author is somebody whom the assistant cannot speak for. */
  private static boolean isForeign(List<String> authorWords) {
    if (authorWords.isEmpty()) {
      return false;
    }
    String first = authorWords.getFirst();
    int colon = first.indexOf(':');
    Optional<Role> role = Roles.of(colon < 0 ? first : first.substring(0, colon));
    return role.map(r -> r != Role.ASSISTANT).orElseGet(() -> isTool(first));
  }

  private static boolean isTool(String word) {
    return word.equals("python") || word.startsWith("functions.") || word.startsWith("browser.");
  }

  private static List<String> words(CharSequence text) {
    List<String> words = new ArrayList<>();
    SPACE.splitAsStream(text).filter(word -> !word.isEmpty()).forEach(words::add);
    return words;
  }

  private static Optional<String> last(List<String> words, Predicate<String> condition) {
    return words.reversed().stream().filter(condition).findFirst();
  }

  /**
   * What a header says.
   *
   * @param foreign whether the message is in the name of somebody other than the assistant
   * @param channel one of the three known
   * @param recipient the tool that is called
   */
  record Fields(
      boolean foreign,
      Optional<String> channel,
      Optional<String> recipient,
      Optional<String> contentType) {}

  /** What can be made of a header that is none: fields, and the beginning of the content. */
  record Loose(Fields fields, String text) {}

  /** Text from whose front words are taken. */
  private static final class Remainder {
    private String text;

    Remainder(CharSequence text) {
      this.text = text.toString().stripLeading();
    }

    /** Takes the first word if it is one of those wanted. */
    Optional<String> take(Predicate<String> wanted) {
      Optional<String> first =
          SPACE.splitAsStream(text).findFirst().filter(word -> !word.isEmpty()).filter(wanted);
      first.ifPresent(word -> text = text.substring(word.length()).stripLeading());
      return first;
    }
  }
}
