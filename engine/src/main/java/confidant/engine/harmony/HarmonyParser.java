package confidant.engine.harmony;

import confidant.engine.chat.Message;
import confidant.engine.chat.Role;
import confidant.engine.harmony.HeaderParser.Header;
import confidant.engine.tokenizer.StreamingDecoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads messages from tokens, one at a time, exactly as the reference library does: the measure to
 * hold other implementations against. What a model writes while people watch goes through {@link
 * HarmonyStream} instead, which never fails.
 */
public final class HarmonyParser {
  private static final Set<SpecialToken> ENDS =
      EnumSet.of(SpecialToken.END, SpecialToken.RETURN, SpecialToken.CALL);

  private final HarmonyTokens tokens;
  private final boolean strict;
  private final List<Message> messages = new ArrayList<>();
  private State state;
  private Optional<Role> givenRole;
  private List<Integer> headerTokens = new ArrayList<>();
  private Optional<Header> header = Optional.empty();
  private ContentDecoder content;
  private Optional<String> delta = Optional.empty();

  /**
   * @param role whose message's header the first token stands in, as after a prompt that ends with
   *     start and a role; empty if the first token is start
   * @param strict whether a header without message token is an error
   */
  public HarmonyParser(HarmonyTokens tokens, Optional<Role> role, boolean strict) {
    this.tokens = tokens;
    this.strict = strict;
    givenRole = role;
    state = role.isPresent() ? State.HEADER : State.EXPECT_START;
    content = new ContentDecoder(tokens.tokenizer());
  }

  /**
   * Takes the next token.
   *
   * @throws HarmonyException if it cannot stand here; the parser must not be used any further then
   */
  public void process(int token) {
    Optional<SpecialToken> special = tokens.special(token);
    switch (state) {
      case EXPECT_START -> start(token, special);
      case HEADER -> header(token, special);
      case CONTENT -> content(token, special);
    }
  }

  /**
   * Ends the input; an open message is kept.
   *
   * @throws HarmonyException if it ends within a header
   */
  public void end() {
    switch (state) {
      case EXPECT_START -> {}
      case HEADER -> throw new HarmonyException("the input ends within a message's header");
      case CONTENT -> endMessage();
    }
  }

  private void start(int token, Optional<SpecialToken> special) {
    if (!special.equals(Optional.of(SpecialToken.START))) {
      throw new HarmonyException(
          "token %d where %s is expected".formatted(token, SpecialToken.START.text()));
    }
    state = State.HEADER;
    headerTokens = new ArrayList<>();
  }

  private void header(int token, Optional<SpecialToken> special) {
    if (special.equals(Optional.of(SpecialToken.MESSAGE))) {
      header = Optional.of(HeaderParser.parse(headerText(), givenRole));
      givenRole = Optional.empty();
      content = new ContentDecoder(tokens.tokenizer());
      state = State.CONTENT;
    } else if (!strict && special.filter(ENDS::contains).isPresent()) {
      // The message token was forgotten: what was read is content, if it is known whose.
      if (!headerTokens.isEmpty()) {
        givenRole
            .map(role -> HeaderParser.parseLoosely(headerText(), role))
            .ifPresent(read -> messages.add(read.message(read.remaining())));
      }
      givenRole = Optional.empty();
      state = State.EXPECT_START;
    } else {
      headerTokens.add(token);
    }
  }

  private void content(int token, Optional<SpecialToken> special) {
    if (special.filter(ENDS::contains).isPresent()) {
      endMessage();
    } else {
      delta = content.append(token);
    }
  }

  private void endMessage() {
    messages.add(header.orElseThrow().message(content.finish()));
    header = Optional.empty();
    delta = Optional.empty();
    state = State.EXPECT_START;
  }

  private String headerText() {
    StreamingDecoder decoder = new StreamingDecoder();
    StringBuilder text = new StringBuilder();
    for (int id : headerTokens) {
      byte[] bytes =
          tokens
              .tokenizer()
              .bytes(id)
              .orElseThrow(() -> new HarmonyException("a message's header holds unknown tokens"));
      text.append(decoder.append(bytes));
    }
    return text.append(decoder.finish()).toString();
  }

  public State state() {
    return state;
  }

  /** Whose message is being read, as far as it is known. */
  public Optional<Role> role() {
    return header.map(Header::role).or(() -> givenRole);
  }

  /** Channel of the message whose content is being read. */
  public Optional<String> channel() {
    return header.flatMap(Header::channel);
  }

  /** Recipient of the message whose content is being read. */
  public Optional<String> recipient() {
    return header.flatMap(Header::recipient);
  }

  /** Content type of the message whose content is being read. */
  public Optional<String> contentType() {
    return header.flatMap(Header::contentType);
  }

  /** The text that the last token completed; empty while a character is incomplete. */
  public Optional<String> delta() {
    return delta;
  }

  /** The content read so far of the message that is being read. */
  public String content() {
    return header.isPresent() ? content.content() : "";
  }

  /** The messages that have ended. */
  public List<Message> messages() {
    return Collections.unmodifiableList(messages);
  }

  /** Where the next token stands. */
  public enum State {
    EXPECT_START,
    HEADER,
    CONTENT
  }
}
