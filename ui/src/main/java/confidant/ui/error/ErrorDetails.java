package confidant.ui.error;

import confidant.ui.about.AboutViewModel.Fact;
import confidant.ui.about.FactWords;
import confidant.ui.common.Texts;
import confidant.ui.port.AboutPort;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What somebody who helps wants to know of a failure: its code and what the program runs on. The
 * sentence that the person saw is left out, since it may hold the name of a file.
 */
public final class ErrorDetails {
  private final AboutPort port;
  private final Texts texts;
  private final Executor frames;
  private final String system;

  public ErrorDetails(AboutPort port, Texts texts, Executor frames) {
    this.port = port;
    this.texts = texts;
    this.frames = frames;
    this.system =
        String.join(
            " ",
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch"));
  }

  /** Collects the details in the background; {@code receiver} gets them on the window's thread. */
  public void collect(String code, Consumer<String> receiver) {
    port.ask(facts -> frames.execute(() -> receiver.accept(text(code, facts))));
  }

  private String text(String code, AboutPort.Facts facts) {
    List<String> lines = new ArrayList<>();
    lines.add(texts.get("error.code", code));
    lines.add(texts.get("error.system", system));
    for (Fact fact : new FactWords(texts).of(facts)) {
      lines.add(fact.name() + ": " + fact.value());
    }
    return String.join("\n", lines);
  }
}
