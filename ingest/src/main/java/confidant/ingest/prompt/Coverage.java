package confidant.ingest.prompt;

import java.util.List;

/**
 * Which pages of a paper an answer stands on, where not all of them were read at once.
 *
 * @param name of the file
 * @param pages it has
 * @param read the pages of each part that was read, such as {@code 1-7}
 * @param missed what was not read, in words
 */
public record Coverage(String name, int pages, List<String> read, List<String> missed) {
  public Coverage {
    read = List.copyOf(read);
    missed = List.copyOf(missed);
  }

  /** One sentence for the person. */
  public String sentence() {
    String parts =
        switch (read.size()) {
          case 0 -> "nothing was read";
          case 1 -> "read were pages " + read.getFirst();
          default ->
              "read in %d parts were pages %s".formatted(read.size(), String.join("; ", read));
        };
    String rest = missed.isEmpty() ? "" : ". Not covered: " + String.join("; ", missed);
    return "%s: of %d %s %s%s.".formatted(name, pages, pages == 1 ? "page" : "pages", parts, rest);
  }
}
