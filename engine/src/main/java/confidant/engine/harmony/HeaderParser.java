package confidant.engine.harmony;

import confidant.engine.chat.Content;
import confidant.engine.chat.Message;
import confidant.engine.chat.Role;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * Reads the text of a message's header the way the reference library does, accidents included; see
 * {@code docs/decisions/0002-harmony-quirks.md}.
 */
final class HeaderParser {
  private static final Pattern ASCII_SPACE = Pattern.compile("[ \\t\\n\\f\\r]+");
  private static final String RECIPIENT = "to=";
  private static final String CHANNEL = SpecialToken.CHANNEL.text();
  private static final String CONSTRAIN = SpecialToken.CONSTRAIN.text();

  private Optional<String> channel = Optional.empty();
  private final Deque<String> words = new ArrayDeque<>();
  private Optional<String> recipient = Optional.empty();
  private Optional<String> contentType = Optional.empty();
  private Optional<String> toolName = Optional.empty();
  private final Role role;

  private HeaderParser(String text, Optional<Role> knownRole) {
    String rest = takeChannel(text).replace(CONSTRAIN, " " + CONSTRAIN);
    ASCII_SPACE.splitAsStream(rest).filter(word -> !word.isEmpty()).forEach(words::add);
    role = knownRole.orElseGet(this::takeAuthor);
    if (Roles.word(role).equals(words.peekFirst())) {
      words.removeFirst();
    }
  }

  /**
   * Reads a whole header.
   *
   * @throws HarmonyException if it names no role, or holds words that are none of its fields
   */
  static Header parse(String text, Optional<Role> knownRole) {
    HeaderParser parser = new HeaderParser(text, knownRole);
    parser.takeRecipientAndType();
    if (!parser.words.isEmpty()) {
      throw new HarmonyException("unknown words in a message's header: " + parser.remaining());
    }
    return parser.header();
  }

  /** Reads role and channel only; all else is {@link Header#remaining}. */
  static Header parseLoosely(String text, Role role) {
    return new HeaderParser(text, Optional.of(role)).header();
  }

  private Header header() {
    return new Header(role, toolName, channel, recipient, contentType, remaining());
  }

  private String remaining() {
    StringJoiner joined = new StringJoiner(" ");
    words.forEach(joined::add);
    return joined.toString();
  }

  /** Notes the channel and returns {@code text} without it. */
  private String takeChannel(String text) {
    int marker = text.indexOf(CHANNEL);
    if (marker < 0) {
      return text;
    }
    int start = marker + CHANNEL.length();
    int end = start;
    while (end < text.length() && !isWhiteSpace(text.charAt(end)) && text.charAt(end) != '<') {
      end++;
    }
    if (end == start) {
      throw new HarmonyException("a message's header has a channel marker but no channel");
    }
    channel = Optional.of(text.substring(start, end));
    return text.substring(0, marker) + text.substring(end);
  }

  /** A word that is no role is a tool's name, provided that more follows. */
  private Role takeAuthor() {
    if (words.isEmpty()) {
      throw new HarmonyException("a message's header names no role");
    }
    String word = words.getFirst();
    Optional<Role> known = Roles.of(word);
    if (known.isEmpty()) {
      if (words.size() == 1 && !word.startsWith(RECIPIENT)) {
        throw new HarmonyException("unknown role: " + word);
      }
      words.removeFirst();
    }
    Role author = known.orElse(Role.TOOL);
    toolName = author == Role.TOOL ? Optional.of(word) : Optional.empty();
    return author;
  }

  /** The last word is the recipient if it says so or is alone, else the content type. */
  private void takeRecipientAndType() {
    if (words.isEmpty()) {
      return;
    }
    String last = words.removeLast();
    if (last.startsWith(RECIPIENT) || words.isEmpty()) {
      recipient = Optional.of(withoutPrefix(last));
    } else {
      contentType = Optional.of(last);
      recipient = Optional.of(withoutPrefix(words.removeLast()));
    }
  }

  private static String withoutPrefix(String word) {
    return word.startsWith(RECIPIENT) ? word.substring(RECIPIENT.length()) : word;
  }

  /** Unicode's White_Space, which Character.isWhitespace is not. */
  private static boolean isWhiteSpace(char c) {
    return Character.isSpaceChar(c) || (c >= '\t' && c <= '\r') || c == '\u0085';
  }

  /**
   * A header's fields.
   *
   * @param name of the tool, for a tool's message
   * @param remaining words that are none of the fields, single-spaced
   */
  record Header(
      Role role,
      Optional<String> name,
      Optional<String> channel,
      Optional<String> recipient,
      Optional<String> contentType,
      String remaining) {

    Message message(String text) {
      return new Message(
          role, name, channel, recipient, contentType, List.of(new Content.Text(text)));
    }
  }
}
