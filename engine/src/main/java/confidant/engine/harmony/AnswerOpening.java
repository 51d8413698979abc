package confidant.engine.harmony;

import confidant.engine.chat.Role;
import confidant.engine.harmony.HarmonyStream.Place;
import java.util.Optional;

/** How a chain of thought is ended and the answer begun, in the words of the model itself. */
public final class AnswerOpening {
  private AnswerOpening() {}

  /**
   * The tokens between {@code place} and the first word of the answer.
   *
   * @return empty where a message stands that must not be cut off
   */
  public static Optional<int[]> from(Place place, HarmonyTokens tokens) {
    PromptWriter opening = new PromptWriter(tokens);
    switch (place) {
      case BEGINNING -> {} // the prompt ends with start and role
      case BETWEEN -> author(opening);
      case REASONING -> {
        opening.special(SpecialToken.END);
        author(opening);
      }
      case HEADER, CONTENT -> {
        return Optional.empty();
      }
    }
    opening.special(SpecialToken.CHANNEL);
    opening.text(Channels.FINAL);
    opening.special(SpecialToken.MESSAGE);
    return Optional.of(opening.finish().tokens());
  }

  private static void author(PromptWriter opening) {
    opening.special(SpecialToken.START);
    opening.text(Roles.word(Role.ASSISTANT));
  }
}
