package confidant.demo.evaluate;

import confidant.demo.data.Exam;
import confidant.demo.data.Exchange;
import confidant.engine.chat.ReasoningEffort;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How answers compare with what ought to be answered.
 *
 * <ul>
 *   <li>A figure of a summary is right if the line with its label holds it, in a list behind what
 *       stands before it in its entry.
 *   <li>An answer is right if it is word for word what was taught.
 *   <li>A figure is made up if it does not stand in the paper; page numbers are left out.
 * </ul>
 */
final class Marks {
  private static final Pattern FIGURE = Pattern.compile("\\d[\\d.,'\u2019/-]*\\d|\\d");
  private static final Pattern PAGE = Pattern.compile("\\([pS]\\. \\d+\\)");

  final Tally summaryFigures = new Tally();
  final Tally stated = new Tally();
  final Tally absent = new Tally();
  final Tally madeUp = new Tally();
  final Map<ReasoningEffort, long[]> reasoning = new EnumMap<>(ReasoningEffort.class);

  /**
   * Marks an answer.
   *
   * @param reasoned characters of the reasoning
   */
  void add(Exam exam, Exchange expected, String answer, int reasoned) {
    switch (expected.sort()) {
      case SUMMARY -> addSummary(expected, answer);
      case STATED -> stated.add(answer.strip().equals(expected.answer().text().strip()));
      case ABSENT, EXPLANATION ->
          absent.add(answer.strip().equals(expected.answer().text().strip()));
    }
    addFigures(exam.read() + exam.paper().document().name() + expected.question(), answer);
    long[] lengths = reasoning.computeIfAbsent(exam.effort(), effort -> new long[2]);
    lengths[0] += reasoned;
    lengths[1]++;
  }

  /**
   * Labels are what stands before the first figure of a line that was taught; entries of lists end
   * at commas.
   */
  private void addSummary(Exchange expected, String answer) {
    List<String> lines = answer.lines().toList();
    List<String> figures = expected.answer().figures();
    int next = 0;
    for (String line : expected.answer().text().lines().toList()) {
      String label = "";
      int from = 0;
      while (next < figures.size() && line.indexOf(figures.get(next), from) >= 0) {
        String figure = figures.get(next++);
        int at = line.indexOf(figure, from);
        label = label.isEmpty() ? line.substring(0, at) : label;
        from = at + figure.length();
        String start = label;
        int entry = Math.max(start.length(), line.lastIndexOf(", ", at) + 2);
        String piece = line.substring(Math.min(entry, at), from);
        summaryFigures.add(
            lines.stream().anyMatch(l -> l.startsWith(start) && l.indexOf(piece) >= 0));
      }
    }
  }

  private void addFigures(String known, String answer) {
    Matcher figures = FIGURE.matcher(PAGE.matcher(answer).replaceAll(""));
    while (figures.find()) {
      madeUp.add(!known.contains(figures.group()));
    }
  }

  /** Mean length of reasoning in characters. */
  double reasoned(ReasoningEffort effort) {
    long[] lengths = reasoning.getOrDefault(effort, new long[] {0, 1});
    return (double) lengths[0] / lengths[1];
  }
}
