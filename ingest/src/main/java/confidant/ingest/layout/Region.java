package confidant.ingest.layout;

import java.util.List;

/**
 * A part of a page that is read row by row across its whole width.
 *
 * @param rows from top to bottom, at least one
 */
public record Region(List<TextRow> rows) {
  public Region {
    rows = List.copyOf(rows);
  }
}
