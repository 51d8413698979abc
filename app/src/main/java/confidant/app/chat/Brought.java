package confidant.app.chat;

import confidant.ingest.prompt.PagePiece;
import java.util.Map;
import java.util.Set;

/**
 * What a turn brings of papers into the conversation.
 *
 * @param papers ids of the papers of which something comes
 * @param whole ids of those that come whole
 * @param pieces pages of those that are too long, by id
 * @param text all of that, fenced; empty if none
 */
record Brought(
    Set<String> papers, Set<String> whole, Map<String, Set<PagePiece>> pieces, String text) {
  Brought {
    papers = Set.copyOf(papers);
    whole = Set.copyOf(whole);
    pieces = Map.copyOf(pieces);
  }

  static Brought nothing() {
    return new Brought(Set.of(), Set.of(), Map.of(), "");
  }

  /** Whole papers. */
  static Brought whole(Set<String> ids, String text) {
    return new Brought(ids, ids, Map.of(), text);
  }

  /** Notes on papers. */
  static Brought notes(Set<String> ids, String text) {
    return new Brought(ids, Set.of(), Map.of(), text);
  }

  /** Some pages of papers. */
  static Brought pieces(Map<String, Set<PagePiece>> pieces, String text) {
    return new Brought(pieces.keySet(), Set.of(), pieces, text);
  }
}
