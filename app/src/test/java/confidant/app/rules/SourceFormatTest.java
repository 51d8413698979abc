package confidant.app.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every Java file is formatted as google-java-format does it. {@code mvn -pl app -am test
 * -Dtest=SourceFormatTest -Dsurefire.failIfNoSpecifiedTests=false -Dformat.write=true} rewrites
 * those that are not.
 */
class SourceFormatTest {
  private static final boolean WRITE = Boolean.getBoolean("format.write");
  private final Formatter formatter = new Formatter();

  @Test
  void everyJavaFileIsFormatted() throws IOException, FormatterException {
    Path root = Path.of("..").toRealPath();
    List<Path> files;
    try (Stream<Path> tree = Files.walk(root)) {
      files =
          tree.filter(file -> file.toString().endsWith(".java"))
              .filter(file -> root.relativize(file).toString().matches("[a-z]+[/\\\\]src[/\\\\].*"))
              .sorted()
              .toList();
    }
    assertFalse(files.isEmpty(), "sources found");
    List<Path> unformatted = new ArrayList<>();
    for (Path file : files) {
      String source = Files.readString(file);
      String formatted = format(source);
      if (!formatted.equals(source)) {
        unformatted.add(root.relativize(file));
        if (WRITE) {
          Files.writeString(file, formatted);
        }
      }
    }
    if (!WRITE) {
      assertEquals(List.of(), unformatted, "not formatted; -Dformat.write=true does it");
    }
  }

  private String format(String source) throws FormatterException {
    String ordered = ImportOrderer.reorderImports(source, JavaFormatterOptions.Style.GOOGLE);
    return formatter.formatSource(RemoveUnusedImports.removeUnusedImports(ordered));
  }
}
