package confidant.app.documents;

import confidant.app.storage.AppDirs;
import confidant.app.storage.AtomicFile;
import confidant.ingest.document.DocumentKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The papers that the program brings along to be tried with. Whoever they speak of is invented, so
 * they may lie in the cache folder, from which they are read as any file is.
 */
public final class SamplePapers {
  private static final List<String> LANGUAGES = List.of("en", "de");
  private final Path folder;

  public SamplePapers(AppDirs dirs) {
    folder = dirs.cache().resolve("samples");
  }

  /**
   * The sample of a kind as a file, in English where there is none in {@code language}.
   *
   * @throws IllegalArgumentException if there is no sample of that kind
   */
  public Path file(DocumentKind kind, Locale language) throws IOException {
    String name = name(kind, language);
    Path file = folder.resolve(name);
    try (InputStream content =
        SamplePapers.class.getResourceAsStream("/confidant/app/samples/" + name)) {
      if (content == null) {
        throw new IllegalArgumentException("no sample: " + name);
      }
      AtomicFile.write(file, content);
    }
    return file;
  }

  /** Its file name. */
  public static String name(DocumentKind kind, Locale language) {
    String spoken = LANGUAGES.contains(language.getLanguage()) ? language.getLanguage() : "en";
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + spoken + ".pdf";
  }
}
