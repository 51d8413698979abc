package confidant.app.figures;

import confidant.app.figures.Source.Kind;
import confidant.ingest.fields.FigureReader;
import confidant.ingest.fields.WrittenFigure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Where the figures of one line of an answer come from. */
final class LineSources {

  /** More places than anybody steps through. */
  private static final int MOST_PLACES = 50;

  /** What hides the beginning of an account number. */
  private static final String MASKS = "*•…xX#";

  private static final int SHOWN_OF_MASKED = 4;

  /** Codes of fewer digits, such as the 12 of B12, are names. */
  private static final int LEAST_DIGITS_OF_CODE = 5;

  private final FigureReader reader;
  private final Citations citations;
  private final Collection<PaperFigures> papers;
  private final String line;
  private final List<Source> sources = new ArrayList<>();

  LineSources(FigureReader reader, Citations citations, Collection<PaperFigures> papers) {
    this.reader = reader;
    this.citations = citations;
    this.papers = papers;
    line = citations.rest();
  }

  /** In the order of the line. */
  List<Source> sources() {
    for (Citations.PageNumber page : citations.pages()) {
      sources.add(new Source(page.start(), page.end(), Kind.PAGE, citations.places(page)));
    }
    reader.find(line).forEach(this::addLongest);
    sources.sort(Comparator.comparingInt(Source::start));
    return sources;
  }

  /** The figure as a whole if it stands in a paper or is one thing; else its parts. */
  private void addLongest(WrittenFigure figure) {
    List<Place> places = places(figure);
    List<WrittenFigure> parts =
        places.isEmpty() && mayBeSeveral(figure) ? reader.parts(line, figure) : List.of();
    long standing = parts.stream().filter(part -> !places(part).isEmpty()).count();
    // Numbers of which one stands somewhere by chance are still one number.
    boolean partsStand =
        standing > 0 && (standing == parts.size() || figure.kind() != WrittenFigure.Kind.NUMBER);
    if (partsStand || (!parts.isEmpty() && figure.kind() == WrittenFigure.Kind.CODE)) {
      parts.forEach(part -> add(part, places(part)));
    } else {
      add(figure, places);
    }
  }

  private boolean mayBeSeveral(WrittenFigure figure) {
    return switch (figure.kind()) {
      case CODE -> written(figure).chars().noneMatch(Character::isLetter);
      case NUMBER -> written(figure).indexOf(' ') >= 0;
      case DAY -> figure.readings().getFirst().startsWith("--");
      case MONTH, TIME -> false;
    };
  }

  private void add(WrittenFigure figure, List<Place> places) {
    boolean counts =
        figure.isCount() && (places.isEmpty() || !line.strip().equals(written(figure)));
    if (!counts && (!places.isEmpty() || !isName(figure))) {
      sources.add(new Source(figure.start(), figure.end(), Kind.FIGURE, places));
    }
  }

  private boolean isName(WrittenFigure figure) {
    String code = figure.readings().getFirst();
    return figure.kind() == WrittenFigure.Kind.CODE
        && code.chars().filter(Character::isDigit).count() < LEAST_DIGITS_OF_CODE;
  }

  private List<Place> places(WrittenFigure figure) {
    List<Occurrence> found = papers.stream().flatMap(paper -> paper.find(figure).stream()).toList();
    if (found.isEmpty() && isEndOfMasked(figure)) {
      String digits = figure.readings().getFirst();
      found = papers.stream().flatMap(paper -> paper.endings(digits).stream()).toList();
    }
    return best(figure, found);
  }

  /**
   * What is written in the same way tells what is meant where a figure can mean two things; then
   * signs and the pages named beside the figure decide what comes first.
   */
  private List<Place> best(WrittenFigure figure, List<Occurrence> found) {
    String written = Occurrence.withoutBlanks(written(figure));
    Set<String> meant =
        found.stream()
            .filter(each -> each.written().equals(written))
            .map(Occurrence::reading)
            .collect(Collectors.toSet());
    return found.stream()
        .filter(each -> each.fits(figure))
        .filter(each -> meant.isEmpty() || meant.contains(each.reading()))
        .sorted(
            Comparator.comparing((Occurrence each) -> !citations.isNamed(each.place()))
                .thenComparing(each -> !each.written().equals(written))
                .thenComparing(each -> each.negative() != figure.negative()))
        .map(Occurrence::place)
        .distinct()
        .limit(MOST_PLACES)
        .toList();
  }

  /** Four digits behind signs that stand for others. */
  private boolean isEndOfMasked(WrittenFigure figure) {
    int before = figure.start() - 1;
    while (before >= 0 && line.charAt(before) == ' ') {
      before--;
    }
    return figure.end() - figure.start() == SHOWN_OF_MASKED
        && written(figure).chars().allMatch(Character::isDigit)
        && before >= 0
        && MASKS.indexOf(line.charAt(before)) >= 0;
  }

  private String written(WrittenFigure figure) {
    return line.substring(figure.start(), figure.end());
  }
}
