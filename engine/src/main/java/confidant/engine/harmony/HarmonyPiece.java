package confidant.engine.harmony;

import java.util.Optional;

/** A piece of what the assistant writes. Texts are never empty and hold no half characters. */
public sealed interface HarmonyPiece {

  /** Chain of thought; not for readers. */
  record Reasoning(String text) implements HarmonyPiece {}

  /** What the assistant says to the reader before it calls a tool. */
  record Preamble(String text) implements HarmonyPiece {}

  /** A part of the answer. */
  record Answer(String text) implements HarmonyPiece {}

  /**
   * A whole call.
   *
   * @param recipient the tool, such as {@code functions.lookup} or {@code python}
   * @param contentType of the arguments, such as {@code <|constrain|>json}
   * @param arguments as the model wrote them; not checked
   */
  record ToolCall(String recipient, Optional<String> contentType, String arguments)
      implements HarmonyPiece {}
}
