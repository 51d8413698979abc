package confidant.samples;

import confidant.samples.truth.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Writes papers with their truths into a folder: {@code SampleWriter COUNT FOLDER [FIRST_SEED]
 * [--scans]}. The truth of {@code x.pdf} is {@code x.pdf.json}. Or the papers that the program
 * brings along: {@code SampleWriter showcase FOLDER}.
 */
public final class SampleWriter {

  private static final String USAGE =
      "SampleWriter COUNT FOLDER [FIRST_SEED] [--scans] | SampleWriter showcase FOLDER";

  private SampleWriter() {}

  /** Runs the command. */
  public static void main(String[] args) throws IOException {
    if (args.length == 2 && args[0].equals("showcase")) {
      Showcase.write(Path.of(args[1]));
      return;
    }
    boolean scans = List.of(args).contains("--scans");
    List<String> values = List.of(args).stream().filter(arg -> !arg.equals("--scans")).toList();
    if (values.size() < 2 || values.size() > 3) {
      System.err.println("usage: " + USAGE);
      System.exit(2);
    }
    long first = values.size() > 2 ? Long.parseLong(values.get(2)) : 0;
    write(Integer.parseInt(values.get(0)), Path.of(values.get(1)), first, scans);
  }

  /**
   * Writes the papers of {@code count} seeds.
   *
   * @param scans whether a spoilt picture of each is written too
   */
  static void write(int count, Path folder, long firstSeed, boolean scans) throws IOException {
    Files.createDirectories(folder);
    for (long seed : LongStream.range(firstSeed, firstSeed + count).toArray()) {
      Paper paper = PaperMaker.make(seed);
      write(paper, folder);
      if (scans) {
        write(PaperScanner.scan(paper), folder);
      }
    }
  }

  private static void write(Paper paper, Path folder) throws IOException {
    Files.write(folder.resolve(paper.fileName()), paper.bytes());
    Files.writeString(folder.resolve(paper.fileName() + ".json"), JsonWriter.write(paper.truth()));
  }
}
