package confidant.ingest;

import java.util.Random;

/** A web page of paragraphs, lists, terms and tables in each other, with numbers from 100 on. */
final class RandomPage {

  private final Random random;
  private int number = 100;

  RandomPage(long seed) {
    random = new Random(seed);
  }

  String html() {
    StringBuilder html = new StringBuilder("<html><body>");
    for (int i = 0; i < 12; i++) {
      html.append(block(3));
    }
    return html.append("</body></html>").toString();
  }

  private String block(int depth) {
    if (depth == 0) {
      return text();
    }
    return switch (random.nextInt(6)) {
      case 0 -> "<p>" + text() + "</p>";
      case 1 -> "<div>" + text() + block(depth - 1) + text() + "</div>";
      case 2 -> "<ul><li>" + text() + "<li>" + block(depth - 1) + "</ul>";
      case 3 -> "<dl><dt>" + text() + "<dd>" + block(depth - 1) + "</dl>";
      case 4 -> "<h2>" + text() + "</h2>";
      default -> table(depth);
    };
  }

  private String table(int depth) {
    StringBuilder table = new StringBuilder("<table>");
    for (int row = 0; row <= random.nextInt(4); row++) {
      table.append("<tr>");
      for (int column = 0; column <= random.nextInt(4); column++) {
        String cell = random.nextInt(3) == 0 ? "th" : "td";
        table.append('<').append(cell).append(" colspan=").append(1 + random.nextInt(3));
        table.append(" rowspan=").append(1 + random.nextInt(2)).append('>');
        table.append(random.nextInt(8) == 0 ? block(depth - 1) : text());
        table.append("</").append(cell).append('>');
      }
      table.append("</tr>");
    }
    return table.append("</table>").toString();
  }

  private String text() {
    return switch (random.nextInt(3)) {
      case 0 -> "word ";
      case 1 -> " " + number++ + " ";
      default -> " <b>" + number++ + "</b> of " + number++ + " ";
    };
  }
}
