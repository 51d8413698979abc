package confidant.ingest.flow.web;

import confidant.ingest.flow.FlowLimits;
import confidant.ingest.flow.FlowSink;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Walks over the elements of a page and tells their text by lines, lists and tables. */
final class PageWalk {

  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "center",
          "details",
          "dialog",
          "div",
          "dl",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "header",
          "hr",
          "legend",
          "main",
          "nav",
          "ol",
          "optgroup",
          "p",
          "pre",
          "section",
          "summary",
          "ul",
          "caption",
          "thead",
          "tbody",
          "tfoot",
          "tr",
          "td",
          "th");

  private final FlowSink sink;
  private final StringBuilder line = new StringBuilder();
  private int lists;
  private int depth;
  private boolean verbatim;

  /**
   * A walk that begins inside of other elements.
   *
   * @param depth how many of them
   */
  PageWalk(FlowSink sink, int depth) {
    this.sink = sink;
    this.depth = depth;
  }

  /** Tells all that {@code root} holds. */
  void walk(Element root) {
    children(root);
    flush();
  }

  private void children(Element parent) {
    if (depth >= FlowLimits.NESTING) {
      // No page for people goes as deep; its text is kept, its form is not.
      line.append(parent.text());
      return;
    }
    depth++;
    for (Node node : parent.childNodes()) {
      if (node instanceof TextNode text) {
        append(text, parent);
      } else if (node instanceof Element element && !Hidden.is(element)) {
        element(element);
      }
    }
    depth--;
  }

  private void append(TextNode text, Element parent) {
    if (parent.normalName().equals("pre")) {
      verbatim = true;
      line.append(text.getWholeText());
      return;
    }
    String collapsed = text.getWholeText().replaceAll("[ \\t\\r\\n\\f]+", " ");
    boolean begins = line.isEmpty() || line.charAt(line.length() - 1) == '\n';
    if (!begins && startsFigureAfterLabel(text, parent, collapsed)) {
      line.append(' ');
    }
    line.append(begins ? collapsed.stripLeading() : collapsed);
  }

  /** Labels and figures in elements side by side are often kept apart by their style only. */
  private boolean startsFigureAfterLabel(TextNode text, Element parent, String words) {
    char last = line.charAt(line.length() - 1);
    return text.previousSibling() == null
        && parent.previousSibling() instanceof Element
        && (Character.isLetter(last) || last == ':')
        && !words.isEmpty()
        && (Character.isDigit(words.charAt(0))
            || Character.getType(words.charAt(0)) == Character.CURRENCY_SYMBOL);
  }

  private void element(Element element) {
    if (breaksPage(element)) {
      flush();
      sink.pageBreak();
    }
    switch (element.normalName()) {
      case "br" -> line.append('\n');
      case "h1", "h2", "h3", "h4", "h5", "h6" -> {
        flush();
        children(element);
        String heading = take();
        if (!heading.isBlank()) {
          sink.heading(heading);
        }
      }
      case "li" -> item(element);
      case "ul", "ol" -> {
        flush();
        lists++;
        children(element);
        flush();
        lists--;
      }
      case "dt" -> term(element);
      case "dd" -> {
        children(element);
        flush();
      }
      case "table" -> {
        flush();
        new TableWalk(sink, depth + 1).walk(element);
      }
      default -> other(element);
    }
  }

  private void other(Element element) {
    if (Controls.is(element)) {
      line.append(Controls.text(element));
    } else if (element.normalName().equals("label")) {
      children(element);
      Element next = element.nextElementSibling();
      if (next != null && Controls.isFilledIn(next) && !line.toString().strip().endsWith(":")) {
        line.append(": ");
      }
    } else if (BLOCKS.contains(element.normalName())) {
      flush();
      children(element);
      flush();
    } else {
      children(element);
    }
  }

  /** A term and what it means stand on one line. */
  private void term(Element term) {
    flush();
    children(term);
    Element next = term.nextElementSibling();
    if (next != null && next.normalName().equals("dd") && !line.toString().isBlank()) {
      String label = line.toString().strip();
      line.setLength(0);
      line.append(label).append(label.endsWith(":") ? " " : ": ");
    } else {
      flush();
    }
  }

  private void item(Element item) {
    flush();
    Element parent = item.parent();
    String marker = "-";
    if (parent != null && parent.normalName().equals("ol")) {
      marker = position(item) + ".";
    }
    int level = Math.max(0, lists - 1);
    for (Node node : item.childNodes()) {
      boolean inner = node instanceof Element element && isBlock(element);
      if (inner && !line.toString().isBlank()) {
        sink.listItem(level, marker, take());
        marker = "";
      }
      if (node instanceof TextNode text) {
        append(text, item);
      } else if (node instanceof Element element && !Hidden.is(element)) {
        if (inner && !isList(element) && !element.normalName().equals("table")) {
          depth++;
          children(element);
          depth--;
        } else {
          element(element);
        }
      }
    }
    if (!line.toString().isBlank()) {
      sink.listItem(level, marker, take());
    }
    line.setLength(0);
  }

  private static boolean isBlock(Element element) {
    return BLOCKS.contains(element.normalName()) || element.normalName().equals("table");
  }

  private static boolean isList(Element element) {
    return element.normalName().equals("ul") || element.normalName().equals("ol");
  }

  private static int position(Element item) {
    int position = 1;
    for (Element before = item.previousElementSibling();
        before != null;
        before = before.previousElementSibling()) {
      position += before.normalName().equals("li") ? 1 : 0;
    }
    return position;
  }

  private static boolean breaksPage(Element element) {
    String style = element.attr("style").toLowerCase(Locale.ROOT).replaceAll("\\s", "");
    return style.contains("page-break-before:always") || style.contains("break-before:page");
  }

  private String take() {
    String text = line.toString().strip();
    line.setLength(0);
    boolean collapse = !verbatim;
    verbatim = false;
    return collapse ? text.replaceAll(" {2,}", " ") : text;
  }

  private void flush() {
    String text = take();
    if (!text.isEmpty()) {
      sink.paragraph(text);
    }
  }
}
