package confidant.engine.harmony;

import confidant.engine.chat.Content.ChannelConfig;
import confidant.engine.chat.Content.DeveloperContent;
import confidant.engine.chat.Content.SystemContent;
import confidant.engine.chat.Content.Tool;
import confidant.engine.chat.Content.ToolNamespace;
import confidant.engine.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The text of system and developer messages: sections with a blank line between them. */
final class SectionText {
  private static final String BLANK_LINE = "\n\n";

  private SectionText() {}

  static String of(SystemContent content, boolean conversationHasFunctions) {
    List<String> sections = new ArrayList<>();
    List<String> top = new ArrayList<>();
    content.modelIdentity().ifPresent(top::add);
    content.knowledgeCutoff().ifPresent(date -> top.add("Knowledge cutoff: " + date));
    content.conversationStartDate().ifPresent(date -> top.add("Current date: " + date));
    if (!top.isEmpty()) {
      sections.add(String.join("\n", top));
    }
    content
        .reasoningEffort()
        .ifPresent(effort -> sections.add("Reasoning: " + effort.name().toLowerCase(Locale.ROOT)));
    if (!content.tools().isEmpty()) {
      sections.add(tools(content.tools()));
    }
    content
        .channels()
        .filter(channels -> !channels.valid().isEmpty())
        .ifPresent(channels -> sections.add(channels(channels, conversationHasFunctions)));
    return String.join(BLANK_LINE, sections);
  }

  static String of(DeveloperContent content) {
    List<String> sections = new ArrayList<>();
    content.instructions().ifPresent(text -> sections.add("# Instructions" + BLANK_LINE + text));
    if (!content.tools().isEmpty()) {
      sections.add(tools(content.tools()));
    }
    return String.join(BLANK_LINE, sections);
  }

  private static String channels(ChannelConfig channels, boolean conversationHasFunctions) {
    StringBuilder text = new StringBuilder("# Valid channels: ");
    text.append(String.join(", ", channels.valid())).append('.');
    if (channels.required()) {
      text.append(" Channel must be included for every message.");
    }
    if (conversationHasFunctions) {
      text.append("\nCalls to these tools must go to the commentary channel: 'functions'.");
    }
    return text.toString();
  }

  private static String tools(List<ToolNamespace> namespaces) {
    List<String> sections = new ArrayList<>();
    sections.add("# Tools");
    namespaces.forEach(namespace -> sections.add(namespace(namespace)));
    return String.join(BLANK_LINE, sections);
  }

  private static String namespace(ToolNamespace namespace) {
    List<String> lines = new ArrayList<>();
    lines.add("## " + namespace.name() + "\n");
    boolean hasFunctions = !namespace.tools().isEmpty();
    String marker = hasFunctions ? "// " : "";
    namespace
        .description()
        .ifPresent(text -> lines(text).forEach(line -> lines.add(marker + line)));
    if (hasFunctions) {
      lines.add("namespace " + namespace.name() + " {\n");
      for (Tool tool : namespace.tools()) {
        lines(tool.description()).forEach(line -> lines.add("// " + line));
        lines.add("type " + tool.name() + " = " + signature(tool) + " => any;\n");
      }
      lines.add("} // namespace " + namespace.name());
    }
    return String.join("\n", lines);
  }

  private static String signature(Tool tool) {
    return tool.parameters()
        .map(schema -> "(_: " + TypeScriptType.of(Json.parse(schema)) + ")")
        .orElse("()");
  }

  /** The lines of {@code text}, ended by LF or CR LF; unlike String.lines, CR alone ends none. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    if (lines.getLast().isEmpty()) {
      lines.removeLast();
    }
    lines.replaceAll(line -> line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
    return lines;
  }
}
