package confidant.ingest;

import java.util.List;

/**
 * How well a file was read.
 *
 * @param pages pages of the file
 * @param pagesWithoutText pages on which no text was found
 * @param notices sentences for the person about what could not be read
 */
public record ReadReport(int pages, List<Integer> pagesWithoutText, List<String> notices) {
  public ReadReport {
    pagesWithoutText = List.copyOf(pagesWithoutText);
    notices = List.copyOf(notices);
  }
}
