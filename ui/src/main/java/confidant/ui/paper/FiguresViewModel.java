package confidant.ui.paper;

import confidant.ui.port.PaperPort;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** Looks up the figures of answers, once for each, and keeps what was found for some of them. */
public final class FiguresViewModel {

  /** As many answers as are in sight at once, and some. */
  private static final int MOST_KEPT = 100;

  private final PaperPort port;
  private final Executor executor;
  private final PaperViewModel paper;
  private final Map<String, AnswerFigures> answers = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param paper shows where a figure stands
   */
  public FiguresViewModel(PaperPort port, Executor executor, PaperViewModel paper) {
    this.port = port;
    this.executor = executor;
    this.paper = paper;
  }

  /** The figures of the answer that is named so; none until they are looked up. */
  public AnswerFigures of(String turnId) {
    AnswerFigures figures = answers.computeIfAbsent(turnId, _ -> new AnswerFigures());
    if (answers.size() > MOST_KEPT) {
      answers.remove(answers.keySet().iterator().next());
    }
    return figures;
  }

  /**
   * Looks up the figures of an answer. Without papers nothing is looked up: no figure could stand
   * in them.
   *
   * @param text of the answer, a line for each paragraph or cell
   */
  public void lookUp(String turnId, String text, List<String> documentIds) {
    AnswerFigures figures = of(turnId);
    if (!documentIds.isEmpty() && figures.begin(text)) {
      port.sources(text, documentIds, found -> executor.execute(() -> figures.finish(text, found)));
    }
  }

  /** Shows where a figure stands. */
  public void show(PaperPort.Source source) {
    paper.show(source.places());
  }
}
