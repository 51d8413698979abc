package confidant.demo.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Something that a paper states.
 *
 * @param topic key of its phrases, such as {@code payslip.net}
 * @param about name of what it is about where a paper has several, such as a medicine; else empty
 * @param values as printed, put in for {1}, {2} and so on; in a list, those of all entries
 * @param page where it stands
 * @param among what has to be looked through to find it, such as all amounts for the largest
 */
record Item(String topic, String about, List<String> values, int page, List<Item> among) {

  /** Topics that are lists of any length, with the number of values of an entry. */
  private static final Map<String, Integer> LISTS =
      Map.of("lab.outside", 5, "letter.diagnoses", 1, "letter.medicines", 2);

  Item {
    values = List.copyOf(values);
    among = List.copyOf(among);
  }

  Item(String topic, String about, List<String> values, int page) {
    this(topic, about, values, page, List.of());
  }

  static Item of(String topic, String value, int page) {
    return new Item(topic, "", List.of(value), page);
  }

  boolean isList() {
    return LISTS.containsKey(topic);
  }

  /** The entries of a list, each as an item with the values of one. */
  List<Item> entries() {
    int size = LISTS.get(topic);
    List<Item> entries = new ArrayList<>();
    for (int at = 0; at < values.size(); at += size) {
      entries.add(new Item(topic, about, values.subList(at, at + size), page));
    }
    return entries;
  }
}
