package confidant.demo.data;

import confidant.samples.layout.Template;
import confidant.samples.layout.Templates;
import confidant.samples.truth.Kind;
import confidant.samples.words.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What a few other papers of a kind state, to ask for where it does not stand. */
final class Strangers {
  private static final int PAPERS = 12;
  private static final long SEED = 700_000_000;

  private final Map<String, List<Item>> items = new HashMap<>();

  /** The items of one of them. */
  List<Item> pick(Kind kind, Language language, Random random) {
    int number = random.nextInt(PAPERS);
    return items.computeIfAbsent(
        kind + "/" + language + "/" + number,
        key -> {
          Template template =
              Templates.all().stream()
                  .filter(any -> any.kind() == kind && !any.unseen())
                  .findFirst()
                  .orElseThrow();
          return Content.of(template, language, SEED + number).items();
        });
  }
}
