package confidant.engine.harmony;

import confidant.engine.chat.Content;
import confidant.engine.chat.Content.DeveloperContent;
import confidant.engine.chat.Content.SystemContent;
import confidant.engine.chat.Content.Text;
import confidant.engine.chat.Content.ToolNamespace;
import confidant.engine.chat.Message;
import confidant.engine.chat.Role;
import java.util.List;
import java.util.Optional;

/**
 * Writes conversations as the tokens gpt-oss was trained on, token by token equal to the reference
 * library. Content is always encoded as ordinary text, so that nothing a user or a document says
 * can act as a special token.
 */
public final class HarmonyRenderer {
  private static final String EVERYONE = "all";
  private static final String FUNCTIONS = "functions";

  private final HarmonyTokens tokens;

  public HarmonyRenderer(HarmonyTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * Renders {@code conversation}.
   *
   * @throws HarmonyException if a tool's message names no tool, or content stands in a message of
   *     the wrong role
   * @throws confidant.engine.json.JsonException if the parameters of a tool are no JSON
   */
  public Rendered render(List<Message> conversation, RenderOptions options) {
    PromptWriter prompt = new PromptWriter(tokens);
    boolean hasFunctions = conversation.stream().anyMatch(HarmonyRenderer::definesFunctions);
    List<Message> kept =
        options.autoDropAnalysis()
            ? Conversations.withoutFinishedAnalysis(conversation)
            : conversation;
    for (Message message : kept) {
      header(message, prompt);
      for (Content part : message.content()) {
        prompt.text(text(part, message.role(), hasFunctions));
      }
      prompt.special(endOf(message));
    }
    switch (options.mode()) {
      case COMPLETION -> {
        prompt.special(SpecialToken.START);
        prompt.text(Roles.word(options.nextRole()));
      }
      case TRAINING -> {
        if (!conversation.isEmpty() && isFinalAnswer(conversation.getLast())) {
          prompt.replaceLast(SpecialToken.RETURN);
        }
      }
      case CONVERSATION -> {}
    }
    return prompt.finish();
  }

  private static void header(Message message, PromptWriter prompt) {
    prompt.special(SpecialToken.START);
    author(message, prompt);
    message
        .recipient()
        .filter(recipient -> !recipient.equals(EVERYONE))
        .ifPresent(recipient -> prompt.text(" to=" + recipient));
    message
        .channel()
        .ifPresent(
            channel -> {
              prompt.special(SpecialToken.CHANNEL);
              prompt.text(channel);
            });
    message.contentType().ifPresent(type -> contentType(type, prompt));
    prompt.special(SpecialToken.MESSAGE);
  }

  private static void author(Message message, PromptWriter prompt) {
    Optional<String> name = message.name();
    if (message.role() == Role.TOOL) {
      prompt.text(name.orElseThrow(() -> new HarmonyException("a tool's message names no tool")));
    } else {
      prompt.text(Roles.word(message.role()));
      name.ifPresent(n -> prompt.text(":" + n));
    }
  }

  private static void contentType(String type, PromptWriter prompt) {
    String marker = SpecialToken.CONSTRAIN.text();
    if (type.startsWith(marker)) {
      prompt.text(" ");
      prompt.special(SpecialToken.CONSTRAIN);
      prompt.text(type.substring(marker.length()));
    } else {
      prompt.text(" " + type);
    }
  }

  private static String text(Content part, Role role, boolean hasFunctions) {
    return switch (part) {
      case Text(String text) -> text;
      case SystemContent system -> {
        requireRole(Role.SYSTEM, role);
        yield SectionText.of(system, hasFunctions);
      }
      case DeveloperContent developer -> {
        requireRole(Role.DEVELOPER, role);
        yield SectionText.of(developer);
      }
    };
  }

  private static void requireRole(Role required, Role actual) {
    if (required != actual) {
      throw new HarmonyException(
          "%s content stands in a message of role %s"
              .formatted(Roles.word(required), Roles.word(actual)));
    }
  }

  private static SpecialToken endOf(Message message) {
    return message.role() == Role.ASSISTANT && message.recipient().isPresent()
        ? SpecialToken.CALL
        : SpecialToken.END;
  }

  private static boolean isFinalAnswer(Message message) {
    return message.role() == Role.ASSISTANT
        && message.channel().filter(Channels.FINAL::equals).isPresent();
  }

  private static boolean definesFunctions(Message message) {
    return message.content().stream()
        .filter(DeveloperContent.class::isInstance)
        .flatMap(part -> ((DeveloperContent) part).tools().stream())
        .anyMatch(HarmonyRenderer::isFunctions);
  }

  private static boolean isFunctions(ToolNamespace namespace) {
    return namespace.name().equals(FUNCTIONS) && !namespace.tools().isEmpty();
  }

  /**
   * A rendered conversation.
   *
   * @param text for people to read; not to be encoded again
   */
  public record Rendered(String text, int[] tokens) {}

  /** What stands at the end. */
  public enum Mode {
    /** The head of the next message, for a model to go on from. */
    COMPLETION,
    /** Nothing. */
    CONVERSATION,
    /** A return token in place of the end token, if the last message is a final answer. */
    TRAINING
  }

  /**
   * How to render.
   *
   * @param autoDropAnalysis leave the chain of thought out once the answer is given, by the
   *     reference library's rule
   * @param nextRole whose message a completion begins
   */
  public record RenderOptions(Mode mode, boolean autoDropAnalysis, Role nextRole) {

    /** For the assistant to answer. */
    public static RenderOptions completion() {
      return new RenderOptions(Mode.COMPLETION, true, Role.ASSISTANT);
    }
  }
}
