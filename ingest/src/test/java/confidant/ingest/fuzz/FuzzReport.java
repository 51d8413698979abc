package confidant.ingest.fuzz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of all spoilt files. */
public final class FuzzReport {

  private static final int SLOWEST = 8;

  private final long seed;
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final Map<String, Integer> workerOutcomes = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private final List<String> deaths = new ArrayList<>();
  private final List<Slow> slow = new ArrayList<>();
  private int count;

  /** A file that took its time. */
  private record Slow(int number, long millis, String name) {}

  FuzzReport(long seed) {
    this.seed = seed;
  }

  /** A file was read in the child, which lived on. */
  void end(int number, String name, long millis, String outcome) {
    count++;
    outcomes.merge(outcome.startsWith("UNEXPECTED") ? "UNEXPECTED" : outcome, 1, Integer::sum);
    if (outcome.startsWith("UNEXPECTED")) {
      fail(number, name, outcome);
    }
    slow.add(new Slow(number, millis, name));
    if (slow.size() > 2 * SLOWEST) {
      keepSlowest();
    }
  }

  /** A file took more memory than a reading process has: its end is a sentence about the file. */
  void outOfMemory(int number, String name) {
    count++;
    outcomes.merge("out of memory", 1, Integer::sum);
    deaths.add("number " + number + ", " + name);
  }

  /** A file ended the child, or held it up. */
  void ended(int number, String name, String how) {
    count++;
    outcomes.merge(how, 1, Integer::sum);
    fail(number, name, how);
  }

  /** A file was read by the program's own reading process. */
  void byWorker(int number, String name, String outcome) {
    workerOutcomes.merge(outcome, 1, Integer::sum);
    if (outcome.startsWith("UNEXPECTED") || outcome.equals("hang")) {
      fail(number, name, "reading process: " + outcome);
    }
  }

  /** Something is left in a temporary folder. */
  void left(String what) {
    failures.add("left behind: " + what);
  }

  private void fail(int number, String name, String how) {
    failures.add("seed " + seed + ", number " + number + ", " + name + ": " + how);
  }

  private void keepSlowest() {
    slow.sort(Comparator.comparingLong(Slow::millis).reversed());
    if (slow.size() > SLOWEST) {
      slow.subList(SLOWEST, slow.size()).clear();
    }
  }

  /** What should not have happened, with what is needed to make it happen again. */
  public List<String> failures() {
    return List.copyOf(failures);
  }

  /** How many files were read. */
  public int count() {
    return count;
  }

  @Override
  public String toString() {
    keepSlowest();
    StringBuilder text = new StringBuilder("%d files, seed %d\n".formatted(count, seed));
    outcomes.forEach(
        (outcome, times) ->
            text.append("  ").append(times).append(' ').append(outcome).append('\n'));
    text.append("through the reading process:\n");
    workerOutcomes.forEach(
        (outcome, times) ->
            text.append("  ").append(times).append(' ').append(outcome).append('\n'));
    text.append("slowest:\n");
    slow.forEach(
        each ->
            text.append("  %d ms, number %d, %s\n".formatted(each.millis, each.number, each.name)));
    deaths.forEach(death -> text.append("out of memory: ").append(death).append('\n'));
    text.append("failures: ").append(failures.size()).append('\n');
    failures.forEach(failure -> text.append("  ").append(failure).append('\n'));
    return text.toString();
  }
}
