package confidant.demo.data;

import java.util.List;

/**
 * Something that a paper states.
 *
 * @param topic key of its phrases, such as {@code payslip.net}
 * @param about name of what it is about where a paper has several, such as a medicine; else empty
 * @param values as printed, put in for {1}, {2} and so on
 * @param page where it stands
 */
record Item(String topic, String about, List<String> values, int page) {

  Item {
    values = List.copyOf(values);
  }

  static Item of(String topic, String value, int page) {
    return new Item(topic, "", List.of(value), page);
  }
}
