package confidant.engine.tokenizer;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The special tokens of a vocabulary: names to ids, and finding the names in text. */
final class SpecialTokens {
  private final Map<String, Integer> ids;

  /** The name that decoding gives: the first one of each id. */
  private final Map<Integer, String> names = new HashMap<>();

  private final Set<Character> firstChars = new HashSet<>();

  /** Distinct lengths of names, longest first. */
  private final List<Integer> lengths;

  /**
   * @param ids ids by name; one id may have several names
   */
  SpecialTokens(Map<String, Integer> ids) {
    this.ids = new LinkedHashMap<>(ids);
    this.ids.forEach(
        (name, id) -> {
          names.putIfAbsent(id, name);
          firstChars.add(name.charAt(0));
        });
    lengths =
        ids.keySet().stream()
            .map(String::length)
            .distinct()
            .sorted(Comparator.reverseOrder())
            .toList();
  }

  Optional<Integer> id(String name) {
    return Optional.ofNullable(ids.get(name));
  }

  Optional<String> name(int id) {
    return Optional.ofNullable(names.get(id));
  }

  Collection<Integer> ids() {
    return ids.values();
  }

  /** The first name at or after {@code from}, the longest one if several start there. */
  Optional<Occurrence> find(String text, int from) {
    for (int start = from; start < text.length(); start++) {
      if (firstChars.contains(text.charAt(start))) {
        for (int length : lengths) {
          if (start + length <= text.length()) {
            Integer id = ids.get(text.substring(start, start + length));
            if (id != null) {
              return Optional.of(new Occurrence(start, start + length, id));
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  /** A special token's name in a text, at [start, end). */
  record Occurrence(int start, int end, int id) {}
}
