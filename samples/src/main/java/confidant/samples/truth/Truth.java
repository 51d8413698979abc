package confidant.samples.truth;

import java.util.List;

/**
 * All that stands on a paper.
 *
 * @param template id of the template, such as {@code payslip/ledger}
 * @param unseen whether the template is kept out of training
 * @param language two letters
 * @param currency sign or code; the paper may show neither
 * @param seed from which it was made
 * @param pages how many
 * @param width of each page when upright, in points
 * @param height of each page when upright, in points
 * @param scan how the picture of it was spoilt, in words; empty if it is text
 * @param figures in the order in which they were set
 * @param facts questions with their answers
 * @param printed every piece of text, figures included; a piece drawn twice to look bold is one
 */
public record Truth(
    Kind kind,
    String template,
    boolean unseen,
    String language,
    String currency,
    long seed,
    int pages,
    double width,
    double height,
    String scan,
    List<Figure> figures,
    List<Fact> facts,
    List<Printed> printed) {

  public Truth {
    figures = List.copyOf(figures);
    facts = List.copyOf(facts);
    printed = List.copyOf(printed);
  }

  /** The same paper as a spoilt picture; places are those before it was spoilt. */
  public Truth scanned(String how) {
    return new Truth(
        kind, template, unseen, language, currency, seed, pages, width, height, how, figures, facts,
        printed);
  }
}
