package confidant.ingest.prompt;

import confidant.ingest.document.DocumentKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the model is told beside papers. The words are resources: {@code developer.txt} for every
 * conversation, a file per {@link Purpose} with a section for all papers and one per kind, and
 * {@code working.txt} for papers that are too long to be read at once.
 */
public final class Templates {

  private static final String COMMON = "common";
  private static final Sections DEVELOPER = Sections.load("developer");
  private static final Sections WORKING = Sections.load("working");
  private static final Map<Purpose, Sections> REQUESTS = new EnumMap<>(Purpose.class);

  static {
    for (Purpose purpose : Purpose.values()) {
      REQUESTS.put(purpose, Sections.load(lower(purpose)));
    }
  }

  private Templates() {}

  /** What holds for every conversation, whatever papers come into it. */
  public static String developer() {
    return DEVELOPER.get(COMMON);
  }

  /**
   * What is wanted of papers, to stand behind them: what holds for all, then a line for each kind
   * among them. Empty if there is nothing to say.
   *
   * @param kinds of the papers
   * @param language to write in where no words of the person tell which
   */
  public static String request(Purpose purpose, Collection<DocumentKind> kinds, Locale language) {
    Sections sections = REQUESTS.get(purpose);
    Set<DocumentKind> present = EnumSet.noneOf(DocumentKind.class);
    present.addAll(kinds);
    List<String> texts = new ArrayList<>();
    texts.add(sections.get(COMMON));
    present.forEach(kind -> texts.add(sections.get(lower(kind))));
    texts.removeIf(String::isEmpty);
    return String.join("\n", texts).replace("{language}", name(language));
  }

  /**
   * Asks for notes on a part of a paper.
   *
   * @param shown the pages of the part, such as {@code 8-14}
   * @param pages of the whole paper
   */
  public static String part(String shown, int pages) {
    return WORKING.get("part").replace("{shown}", shown).replace("{pages}", String.valueOf(pages));
  }

  /** Asks for one note in place of several on one paper. */
  public static String condense() {
    return WORKING.get("condense");
  }

  /** Says that notes stand in place of papers. */
  public static String joined() {
    return WORKING.get("joined");
  }

  /** Says that of some papers only some pages are there. */
  static String excerpt() {
    return WORKING.get("excerpt");
  }

  private static String name(Locale language) {
    String name = language.getDisplayLanguage(Locale.ENGLISH);
    return name.isEmpty() ? Locale.ENGLISH.getDisplayLanguage(Locale.ENGLISH) : name;
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
