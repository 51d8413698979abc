package confidant.ingest.flow.web;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** What a person sees in the fields of a form. */
final class Controls {

  private Controls() {}

  static boolean is(Element element) {
    return switch (element.normalName()) {
      case "input", "select", "textarea" -> true;
      default -> false;
    };
  }

  /** Whether it holds words, and is not ticked. */
  static boolean isFilledIn(Element element) {
    String type = element.attr("type").toLowerCase(Locale.ROOT);
    return is(element) && !type.equals("checkbox") && !type.equals("radio");
  }

  static String text(Element control) {
    return switch (control.normalName()) {
      case "select" -> " " + chosen(control) + " ";
      case "textarea" -> " " + control.wholeText() + " ";
      default -> input(control);
    };
  }

  private static String chosen(Element select) {
    boolean any = select.selectStream("option[selected]").findAny().isPresent();
    return select
        .selectStream("option")
        .filter(option -> !any || option.hasAttr("selected"))
        .limit(any || select.hasAttr("multiple") ? Integer.MAX_VALUE : 1)
        .filter(option -> any || !select.hasAttr("multiple"))
        .map(Element::text)
        .collect(Collectors.joining(", "));
  }

  private static String input(Element input) {
    return switch (input.attr("type").toLowerCase(Locale.ROOT)) {
      case "checkbox", "radio" -> input.hasAttr("checked") ? "\u2612 " : "\u2610 ";
      case "hidden", "password", "image", "file" -> "";
      default -> " " + input.attr("value") + " ";
    };
  }
}
