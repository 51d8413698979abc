package confidant.app.figures;

import confidant.app.documents.Paper;
import confidant.ingest.fields.FigureReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks up every figure of an answer in papers, as the number, day or code it is, whatever way it
 * is written there. Thread-safe.
 */
public final class FigureFinder {
  private final FigureReader reader = FigureReader.ofAnyText();
  private final Map<String, PaperFigures> known = new HashMap<>();

  /**
   * Where the figures of {@code text} come from, in its order. Left out are counts of one digit,
   * numbering, and names such as HbA1c that do not stand in the papers: they are no figures.
   *
   * @param text plain text, a line for each paragraph or cell
   */
  public List<Source> find(String text, List<Paper> papers) {
    List<PaperFigures> figures = papers.stream().map(this::figures).toList();
    List<Source> sources = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      String line = text.substring(start, end);
      LineSources found = new LineSources(reader, Citations.of(line, papers), figures);
      for (Source source : found.sources()) {
        sources.add(
            new Source(
                start + source.start(), start + source.end(), source.kind(), source.places()));
      }
      start = end + 1;
    }
    return sources;
  }

  /** Forgets what it knows of a paper. */
  public synchronized void forget(String paperId) {
    known.remove(paperId);
  }

  private synchronized PaperFigures figures(Paper paper) {
    return known.computeIfAbsent(paper.id(), _ -> new PaperFigures(paper));
  }
}
