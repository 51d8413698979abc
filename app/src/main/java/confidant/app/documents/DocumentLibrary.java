package confidant.app.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The papers that are open, in memory only. Thread-safe. */
public final class DocumentLibrary {
  private final Map<String, Paper> papers = new LinkedHashMap<>();

  public synchronized void add(Paper paper) {
    papers.put(paper.id(), paper);
  }

  public synchronized void remove(String id) {
    papers.remove(id);
  }

  /** The papers with these ids, in their order; unknown ids are left out. */
  public synchronized List<Paper> get(List<String> ids) {
    List<Paper> found = new ArrayList<>();
    for (String id : ids) {
      Paper paper = papers.get(id);
      if (paper != null) {
        found.add(paper);
      }
    }
    return found;
  }
}
