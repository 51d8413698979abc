package confidant.ui.models;

import confidant.ui.common.Texts;
import confidant.ui.port.ModelPort.Need;

/** What a model takes, in words. */
final class NeedText {
  private NeedText() {}

  /** What it is made of. */
  static String parts(Need need, Texts texts) {
    return texts.get(
        "need.parts",
        ByteText.of(need.bytes(), texts),
        ByteText.of(need.weightBytes(), texts),
        ByteText.of(need.cacheBytes(), texts),
        need.contextTokens(),
        ByteText.of(need.programBytes(), texts));
  }

  /** What there is. */
  static String supply(Need need, Texts texts) {
    if (need.machineBytes() == 0) {
      return texts.get("need.unknown");
    }
    String machine = ByteText.of(need.machineBytes(), texts);
    return need.freeBytes() == 0
        ? texts.get("need.machine", machine)
        : texts.get("need.free", ByteText.of(need.freeBytes(), texts), machine);
  }

  /** What that means and what can be done. */
  static String verdict(String name, Need need, Texts texts) {
    return switch (need.verdict()) {
      case ENOUGH -> texts.get("need.enough");
      case SMALLER_CONTEXT ->
          texts.get("need.smaller", name, need.contextTokens(), need.smallerContext());
      case CLOSE_PROGRAMS ->
          texts.get("need.close", name, ByteText.of(need.bytes() - need.freeBytes(), texts));
      case TOO_SMALL -> texts.get("need.too-small", name);
    };
  }
}
