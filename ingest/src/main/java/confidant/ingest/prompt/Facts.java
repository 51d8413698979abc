package confidant.ingest.prompt;

import confidant.ingest.document.Check;
import confidant.ingest.document.Check.Outcome;
import confidant.ingest.document.DocumentKind;
import confidant.ingest.document.Doubt;
import confidant.ingest.document.Field;
import confidant.ingest.document.Findings;
import confidant.ingest.document.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the program read from a paper, in short lines for the model:
 *
 * <pre>
 * kind: payslip
 * page 1
 * employer: Acme Ltd
 * period_end: 03/04/2024 = 2024-04-03
 * gross: 5,000.00; ytd 15,000.00
 * net: 3,371.50
 * lists: deduction 5
 * FAILED: Gross pay less deductions is net pay: 5000.00 - 1682.50 = 3317.50, but the paper says ...
 * passed: The deductions add up to their total: 1200.00 + 482.50 = 1682.50
 * not possible: ...: No year to date was found.
 * doubtful: 201.00 or 291.90 (page 1)
 * </pre>
 *
 * <p>Values stand as printed. What there is several of, such as movements, is only counted: it
 * stands in the text, as a table. Checks of one kind that passed are one line.
 */
final class Facts {

  private static final double UNCERTAIN_BELOW = 0.7;
  private static final int MOST_FAILURES = 20;
  private static final int MOST_DOUBTS = 20;
  private static final String MASK = "****";

  /** Day and month of a date that some would read the other way round. */
  private static final Pattern FIGURES = Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-]\\d+");

  private static final int MONTHS = 12;

  private final StringBuilder out = new StringBuilder();

  private Facts() {}

  /** All there is to say; {@code pages} are those whose doubts are told. */
  static String all(PromptPaper paper, List<Page> pages) {
    Facts facts = new Facts();
    facts.addKind(paper.findings());
    facts.addFields(paper.findings().fields());
    facts.addLists(paper.findings().fields());
    facts.addChecks(paper.findings().checks());
    facts.addDoubts(pages);
    return facts.out.toString();
  }

  /** The kind of paper and the doubts on some of its pages. */
  static String brief(PromptPaper paper, List<Page> pages) {
    Facts facts = new Facts();
    facts.addKind(paper.findings());
    facts.addDoubts(pages);
    return facts.out.toString();
  }

  private void addKind(Findings findings) {
    String kind = findings.kind().name().toLowerCase(Locale.ROOT);
    boolean other = findings.kind() == DocumentKind.OTHER;
    add("kind", other ? kind : kind + uncertain(findings.kindConfidence()));
  }

  private void addFields(List<Field> fields) {
    List<Field> single = fields.stream().filter(Facts::isTold).toList();
    Set<Field> told = new HashSet<>();
    int page = 0;
    for (Field field : single) {
      if (!told.add(field)) {
        continue;
      }
      if (field.page() != page) {
        page = field.page();
        out.append("page ").append(page).append('\n');
      }
      Optional<Field> year =
          single.stream()
              .filter(other -> isYearOf(other, field) && !told.contains(other))
              .findFirst();
      year.ifPresent(told::add);
      add(field.name(), stated(field) + year.map(it -> "; ytd " + stated(it)).orElse(""));
    }
  }

  /** Of a list it is told how many there are, with the lists. */
  private static boolean isTold(Field field) {
    return field.item() == 0 && !field.name().endsWith("_count");
  }

  /** Whether {@code year} is what {@code period} comes to in the year so far. */
  private static boolean isYearOf(Field year, Field period) {
    return year.page() == period.page() && year.name().equals("ytd_" + period.name());
  }

  private static String stated(Field field) {
    return value(field) + uncertain(field.confidence());
  }

  private static String value(Field field) {
    if (field.value().startsWith(MASK)) {
      return field.value();
    }
    boolean twoDays = field.value().contains(" or ") && !field.value().equals(field.raw());
    return twoDays || canBeTurned(field.raw()) ? field.raw() + " = " + field.value() : field.raw();
  }

  private static boolean canBeTurned(String date) {
    Matcher figures = FIGURES.matcher(date.strip());
    if (!figures.matches()) {
      return false;
    }
    int first = Integer.parseInt(figures.group(1));
    int second = Integer.parseInt(figures.group(2));
    return first <= MONTHS && second <= MONTHS && first != second;
  }

  private void addLists(List<Field> fields) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Field field : fields) {
      if (field.item() > 0) {
        int dot = field.name().indexOf('.');
        String list = dot < 0 ? field.name() : field.name().substring(0, dot);
        counts.merge(list, field.item(), Math::max);
      }
    }
    if (!counts.isEmpty()) {
      List<String> lists = new ArrayList<>();
      counts.forEach((list, count) -> lists.add(list + " " + count));
      add("lists", String.join(", ", lists));
    }
  }

  private void addChecks(List<Check> checks) {
    List<Check> failed = with(checks, Outcome.FAILED);
    failed.stream().limit(MOST_FAILURES).forEach(check -> add("FAILED", sentence(check)));
    if (failed.size() > MOST_FAILURES) {
      add("FAILED", (failed.size() - MOST_FAILURES) + " checks more");
    }
    addPassed(with(checks, Outcome.PASSED));
    with(checks, Outcome.NOT_POSSIBLE).forEach(check -> add("not possible", sentence(check)));
  }

  private void addPassed(List<Check> passed) {
    Map<String, List<Check>> kinds = new LinkedHashMap<>();
    for (Check check : passed) {
      int colon = check.what().indexOf(": ");
      String kind = colon < 0 ? check.what() : check.what().substring(0, colon);
      kinds.computeIfAbsent(kind, key -> new ArrayList<>()).add(check);
    }
    kinds.forEach(
        (kind, same) ->
            add(
                "passed",
                same.size() == 1
                    ? sentence(same.getFirst())
                    : "%s (%d times)".formatted(kind, same.size())));
  }

  private void addDoubts(List<Page> pages) {
    int words = 0;
    int figures = 0;
    for (Page page : pages) {
      for (Doubt doubt : page.doubts()) {
        if (!Doubts.isFigure(doubt)) {
          words++;
        } else if (++figures <= MOST_DOUBTS) {
          add("doubtful", Doubts.readings(doubt) + " (page " + page.number() + ")");
        }
      }
    }
    if (figures > MOST_DOUBTS) {
      add("doubtful", (figures - MOST_DOUBTS) + " figures more");
    }
    if (words > 0) {
      add("doubtful", words + (words == 1 ? " word" : " words"));
    }
  }

  private static List<Check> with(List<Check> checks, Outcome outcome) {
    return checks.stream().filter(check -> check.outcome() == outcome).toList();
  }

  private static String sentence(Check check) {
    return check.what() + ": " + check.formula();
  }

  private static String uncertain(double confidence) {
    return confidence < UNCERTAIN_BELOW ? " (uncertain)" : "";
  }

  /** A paper's words can hold anything; a line of facts is one line. */
  private void add(String name, String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").replace("<!--", "<\\!--");
    out.append(name).append(": ").append(line.strip()).append('\n');
  }
}
