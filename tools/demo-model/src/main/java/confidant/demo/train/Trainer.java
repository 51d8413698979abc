package confidant.demo.train;

import confidant.demo.checkpoint.HuggingFaceFolder;
import confidant.demo.data.CompactVocabulary;
import confidant.demo.data.Lesson;
import confidant.demo.data.LessonFiles;
import confidant.demo.math.Workers;
import confidant.demo.net.Batch;
import confidant.demo.net.Head;
import confidant.demo.net.Network;
import confidant.demo.net.Parameters;
import confidant.demo.net.Shape;
import confidant.engine.tokenizer.Tokenizer;
import confidant.engine.tokenizer.Tokenizers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Learns lessons. The state is kept every few minutes and at the end; started again, training goes
 * on from it.
 */
public final class Trainer implements AutoCloseable {
  private static final String STATE = "training.state";
  private static final String VOCABULARY = "vocabulary.ids";
  private static final double SECONDS_BETWEEN_STATES = 180;
  private static final int STEPS_BETWEEN_LINES = 20;
  private static final int STEPS_BETWEEN_PROBES = 250;
  private static final int PROBED_LESSONS = 24;

  /** Of lessons of seen templates, this share of groups is kept out of training to be probed. */
  private static final int KEPT_OUT = 100;

  /** 2^64 over the golden ratio: the first draws of seeds that lie near are nearly the same. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final Path folder;
  private final Plan plan;
  private final Workers workers;
  private final CompactVocabulary vocabulary;
  private final Parameters parameters;
  private final Adam adam;
  private final Network network;
  private final Batch batch;
  private final Batcher batcher;
  private final Drills drills;
  private final List<Lesson> seen;
  private final List<Lesson> unseen;
  private TrainingState state = new TrainingState(0, 0, 0);

  /**
   * Reads lessons and, if there is one, the state.
   *
   * @param folder of the state
   * @param lessons folder of lesson files
   * @param threads that compute
   */
  public Trainer(Path folder, Path lessons, Plan plan, int threads) throws IOException {
    this.folder = folder;
    this.plan = plan;
    Files.createDirectories(folder);
    List<Lesson> all = LessonFiles.readAll(lessons);
    Tokenizer tokenizer = Tokenizers.o200kHarmony();
    Path ids = folder.resolve(VOCABULARY);
    if (!Files.exists(ids)) {
      CompactVocabulary.of(all, tokenizer).write(ids);
    }
    vocabulary = CompactVocabulary.read(ids);
    int zeroRows = HuggingFaceFolder.VOCABULARY - vocabulary.size();
    parameters = new Parameters(Shape.demo(vocabulary.size(), zeroRows));
    adam = new Adam(parameters);
    workers = new Workers(threads);
    network = new Network(parameters, plan.batchTokens(), plan.longest(), workers);
    batch = new Batch(plan.batchTokens());
    unseen = all.stream().filter(Lesson::unseen).limit(PROBED_LESSONS).toList();
    List<Lesson> known = all.stream().filter(lesson -> !lesson.unseen()).toList();
    seen = known.stream().filter(Trainer::isKeptOut).limit(PROBED_LESSONS).toList();
    batcher =
        new Batcher(
            known.stream().filter(lesson -> !isKeptOut(lesson)).toList(),
            vocabulary,
            plan.longest(),
            plan.batchTokens(),
            plan.seed());
    drills = new Drills(vocabulary, tokenizer);
    Path saved = folder.resolve(STATE);
    if (Files.exists(saved)) {
      state = TrainingState.read(saved, arrays());
    } else {
      parameters.begin(plan.seed());
    }
    System.out.printf(
        Locale.ROOT,
        "%,d lessons, %,d tokens in the vocabulary, %,d weights, step %,d of %,d%n",
        batcher.lessons(),
        vocabulary.size(),
        parameters.size(),
        state.step(),
        plan.steps());
  }

  private static boolean isKeptOut(Lesson lesson) {
    return lesson.group() % KEPT_OUT == 0;
  }

  private List<float[]> arrays() {
    return List.of(parameters.exact, adam.means, adam.squares);
  }

  public CompactVocabulary vocabulary() {
    return vocabulary;
  }

  public Parameters parameters() {
    return parameters;
  }

  public Network network() {
    return network;
  }

  /** Learns until the plan is done; weights are rounded then as they will be stored. */
  public void run() throws IOException {
    Progress progress = new Progress();
    double lastState = state.seconds();
    while (state.step() < plan.steps()) {
      long begin = System.nanoTime();
      Head.Score score = step();
      double took = (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
      state = new TrainingState(state.step(), state.nextLesson(), state.seconds() + took);
      progress.add(score, batch.tokens(), took);
      if (state.step() % STEPS_BETWEEN_LINES == 0) {
        System.out.println(progress.line(state, plan));
        progress = new Progress();
      }
      if (state.step() % STEPS_BETWEEN_PROBES == 0) {
        probe();
      }
      if (state.seconds() - lastState > SECONDS_BETWEEN_STATES) {
        save();
        lastState = state.seconds();
      }
    }
    save();
    parameters.round(true, workers);
    probe();
  }

  private Head.Score step() {
    int step = state.step();
    Random random = new Random((plan.seed() * 1_000_003 + step) * SPREAD);
    long next = state.nextLesson();
    batch.clear();
    if (random.nextDouble() < plan.drills(step)) {
      drills.fill(batch, random);
    } else {
      next = batcher.fill(batch, next, random);
    }
    parameters.round(plan.rounds(step), workers);
    Head.Score score = network.learn(batch, plan.evenness());
    adam.step(step + 1, plan.rate(step), workers);
    state = new TrainingState(step + 1, next, state.seconds());
    return score;
  }

  private void probe() {
    Batch room = new Batch(plan.batchTokens());
    Probe.Copied known = Probe.measure(seen, vocabulary, network, room);
    Probe.Copied strange = Probe.measure(unseen, vocabulary, network, room);
    System.out.printf(
        Locale.ROOT,
        "step %,d: figures copied right: %.1f %% of %d of known templates, %.1f %% of %d of"
            + " others%n",
        state.step(),
        100 * known.share(),
        known.figures(),
        100 * strange.share(),
        strange.figures());
  }

  private void save() throws IOException {
    state.write(folder.resolve(STATE), arrays());
  }

  /** Rounds the weights as they will be stored. */
  public void round() {
    parameters.round(true, workers);
  }

  @Override
  public void close() {
    workers.close();
  }
}
