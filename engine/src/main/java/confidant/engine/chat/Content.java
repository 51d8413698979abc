package confidant.engine.chat;

import java.util.List;
import java.util.Optional;

/** One part of a message. */
public sealed interface Content {

  /** Plain text, always encoded without special tokens. */
  record Text(String text) implements Content {}

  /**
   * The system message's sections; absent ones are left out of the prompt.
   *
   * @param modelIdentity first line
   * @param reasoningEffort how much to reason
   * @param conversationStartDate the current date, as {@code 2026-01-31}
   * @param knowledgeCutoff as {@code 2024-06}
   * @param channels channels the model may write to
   * @param tools built-in namespaces, such as browser and python, in alphabetical order: so the
   *     reference library writes them
   */
  record SystemContent(
      Optional<String> modelIdentity,
      Optional<ReasoningEffort> reasoningEffort,
      Optional<String> conversationStartDate,
      Optional<String> knowledgeCutoff,
      Optional<ChannelConfig> channels,
      List<ToolNamespace> tools)
      implements Content {

    /** The knowledge cutoff of gpt-oss. */
    public static final String KNOWLEDGE_CUTOFF = "2024-06";

    /** The identity gpt-oss was trained with. */
    public static final String MODEL_IDENTITY =
        "You are ChatGPT, a large language model trained by OpenAI.";

    public SystemContent {
      tools = List.copyOf(tools);
    }

    /** What gpt-oss was trained with, for {@code effort} and {@code date}. */
    public static SystemContent standard(ReasoningEffort effort, Optional<String> date) {
      return new SystemContent(
          Optional.of(MODEL_IDENTITY),
          Optional.of(effort),
          date,
          Optional.of(KNOWLEDGE_CUTOFF),
          Optional.of(new ChannelConfig(List.of("analysis", "commentary", "final"), true)),
          List.of());
    }
  }

  /**
   * The developer message: instructions and the caller's tools.
   *
   * @param instructions an empty string still writes the heading
   * @param tools namespaces, normally one called functions, in alphabetical order
   */
  record DeveloperContent(Optional<String> instructions, List<ToolNamespace> tools)
      implements Content {
    public DeveloperContent {
      tools = List.copyOf(tools);
    }
  }

  /**
   * The channels of the system message.
   *
   * @param required whether every message must name its channel
   */
  record ChannelConfig(List<String> valid, boolean required) {
    public ChannelConfig {
      valid = List.copyOf(valid);
    }
  }

  /** A group of tools; {@code description} stands above them. */
  record ToolNamespace(String name, Optional<String> description, List<Tool> tools) {
    public ToolNamespace {
      tools = List.copyOf(tools);
    }
  }

  /**
   * One tool.
   *
   * @param parameters the text of a JSON schema; property order and number spelling are kept
   */
  record Tool(String name, String description, Optional<String> parameters) {}
}
