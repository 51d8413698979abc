package confidant.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which probes the chosen groups ask for. */
final class Plan {
  private final Set<Group> groups;
  private final Lengths lengths;
  private final int longestContext;

  /**
   * @param longestContext probes that need more are left out
   */
  Plan(Set<Group> groups, Lengths lengths, int longestContext) {
    this.groups = Set.copyOf(groups);
    this.lengths = lengths;
    this.longestContext = longestContext;
  }

  boolean has(Group group) {
    return groups.contains(group);
  }

  /** Those that begin with an empty context. */
  List<Probe> shallow() {
    return all().stream().filter(probe -> probe.depth() == 0).toList();
  }

  /** Those that need a long text to be read first. */
  List<Probe> deep() {
    return all().stream().filter(probe -> probe.depth() > 0).toList();
  }

  /** Those for which an engine gets a context of just the length they look at. */
  List<Probe> memory() {
    return has(Group.MEMORY) ? fitting(List.of(new ResidentMemory(lengths.resident()))) : List.of();
  }

  /** Those to measure on one thread too. */
  List<Probe> oneThread() {
    return has(Group.SCALING) ? fitting(scaling(lengths)) : List.of();
  }

  static List<Probe> scaling(Lengths lengths) {
    int prompt = lengths.prompts().get(lengths.prompts().size() / 2);
    return List.of(new Prefill(0, prompt), new Decode(0, lengths.answer()));
  }

  private List<Probe> all() {
    List<Probe> probes = new ArrayList<>();
    if (has(Group.PREFILL)) {
      lengths.prompts().forEach(prompt -> probes.add(new Prefill(0, prompt)));
    }
    if (has(Group.DEEP_PREFILL)) {
      lengths.promptDepths().forEach(depth -> probes.add(new Prefill(depth, lengths.more())));
      probes.add(new Prefill(0, lengths.more()));
    }
    if (has(Group.DECODE)) {
      lengths.answerDepths().forEach(depth -> probes.add(new Decode(depth, lengths.answer())));
    }
    if (has(Group.REPEATS)) {
      for (boolean repeats : List.of(true, false)) {
        for (boolean drafts : List.of(true, false)) {
          probes.add(
              new Replay(lengths.paper(), lengths.question(), lengths.quote(), repeats, drafts));
        }
      }
    }
    if (has(Group.BUSY)) {
      probes.add(new Decode(0, lengths.answer()));
      probes.add(new BusyDecode(lengths.answer()));
    }
    if (has(Group.SECOND_QUESTION)) {
      probes.add(new SecondQuestion(lengths.paper(), lengths.question()));
    }
    if (has(Group.SCALING)) {
      probes.addAll(scaling(lengths));
    }
    if (has(Group.GROWTH)) {
      lengths.whole().forEach(length -> probes.add(new WholePrompt(length)));
    }
    return fitting(probes.stream().distinct().toList());
  }

  private List<Probe> fitting(List<Probe> probes) {
    return probes.stream().filter(probe -> contextFor(probe) <= longestContext).toList();
  }

  /** Positions that an engine has to hold for {@code probes}. */
  static int contextFor(List<Probe> probes) {
    return probes.stream().mapToInt(Plan::contextFor).max().orElse(1);
  }

  private static int contextFor(Probe probe) {
    return probe.depth() + probe.added();
  }
}
