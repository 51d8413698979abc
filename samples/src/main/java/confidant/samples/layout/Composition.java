package confidant.samples.layout;

import confidant.samples.chance.Dice;
import confidant.samples.layout.Section.Letterhead;
import confidant.samples.sheet.Fonts;
import confidant.samples.sheet.PrintManner;
import confidant.samples.sheet.Sheet;
import confidant.samples.truth.Fact;
import confidant.samples.truth.Figure;
import confidant.samples.words.Language;
import confidant.samples.words.Style;
import confidant.samples.words.Wording;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * A paper that is set and ready to be printed.
 *
 * @param manner how its template wants it printed
 * @param figures in the order in which they were set
 */
public record Composition(
    Sheet sheet, PrintManner manner, String currency, List<Figure> figures, List<Fact> facts) {

  public Composition {
    figures = List.copyOf(figures);
    facts = List.copyOf(facts);
  }

  /**
   * Sets a paper.
   *
   * @param document to which it will be printed, for its fonts
   */
  public static Composition of(
      Template template, Language language, Dice dice, PDDocument document) {
    Wording wording = new Wording(language, dice.forPurpose("wording"));
    Style style = Style.pick(language, wording.all("month"), dice.forPurpose("style"));
    Look look = template.look();
    Dice numbers = dice.forPurpose("numbers");
    List<Section> sections =
        template
            .arrangement()
            .arrange(
                new Desk(wording, style, look.has(Trait.HEAD_BESIDE)), dice.forPurpose("content"));
    PDRectangle format = style.isAmerican() ? PDRectangle.LETTER : PDRectangle.A4;
    Fonts fonts = new Fonts(document, look.has(Trait.DOUBLED_BOLD));
    Sheet sheet = new Sheet(format.getWidth(), format.getHeight(), fonts);
    Composer composer = new Composer(sheet, look, look.pen(dice.forPurpose("pen")), wording);
    composer.compose(
        sections, sender(sections), wording.fill("form", numbers.digits(4), numbers.digits(2)));
    PrintManner manner =
        new PrintManner(look.pose(), look.order(), look.has(Trait.LETTER_BY_LETTER));
    return new Composition(sheet, manner, style.currency(), composer.figures(), composer.facts());
  }

  private static String sender(List<Section> sections) {
    return sections.stream()
        .filter(Letterhead.class::isInstance)
        .map(Letterhead.class::cast)
        .map(Letterhead::name)
        .collect(Collectors.joining(", "));
  }
}
