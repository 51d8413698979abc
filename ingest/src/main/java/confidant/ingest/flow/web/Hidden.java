package confidant.ingest.flow.web;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Tells what of a page nobody sees. */
final class Hidden {

  private static final Set<String> UNSEEN =
      Set.of(
          "script",
          "style",
          "template",
          "noscript",
          "head",
          "iframe",
          "object",
          "svg",
          "math",
          "audio",
          "video",
          "canvas",
          "datalist");

  private static final Pattern UNSEEN_STYLE =
      Pattern.compile("display:none|visibility:hidden|mso-hide:all");

  private Hidden() {}

  static boolean is(Element element) {
    return UNSEEN.contains(element.normalName())
        || element.hasAttr("hidden")
        || (element.normalName().equals("input") && element.attr("type").equalsIgnoreCase("hidden"))
        || UNSEEN_STYLE
            .matcher(element.attr("style").toLowerCase(Locale.ROOT).replaceAll("\\s", ""))
            .find();
  }
}
