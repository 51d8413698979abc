package confidant.ingest.worker;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the reading process is started: with the Java and the classes of this process. */
final class WorkerCommand {

  /**
   * Options of Java. Half a gigabyte is enough for papers of thousands of pages; who needs more is
   * ended, and said to need too much. The crash report and what Java says of it would hold the
   * document's memory and its name.
   */
  private static final List<String> OPTIONS =
      List.of(
          "-Xmx512m",
          "-Xms16m",
          "-XX:+UseSerialGC",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:-UsePerfData",
          "-XX:-CreateCoredumpOnCrash",
          "-XX:+DisplayVMOutputToStderr",
          // Those of text recognition.
          "--enable-native-access=ALL-UNNAMED",
          "-XX:ErrorFile=" + (isWindows() ? "NUL" : "/dev/null"),
          "-Djava.awt.headless=true",
          "-Dfile.encoding=UTF-8");

  /** Names an option of Java more, such as an archive of loaded classes to start faster with. */
  private static final String MORE = "confidant.reading.java";

  private WorkerCommand() {}

  /** The command line up to the arguments of {@link Worker#main}. */
  static List<String> ofThisRuntime() {
    List<String> command = new ArrayList<>(Isolation.prefix());
    command.add(
        Path.of(System.getProperty("java.home"), "bin", isWindows() ? "java.exe" : "java")
            .toString());
    command.addAll(OPTIONS);
    String more = System.getProperty(MORE, "");
    if (!more.isEmpty()) {
      // An archive that does not fit is no news for the person.
      command.addAll(List.of(more, "-Xlog:aot*=off"));
    }
    command.addAll(List.of("-cp", classPath(), Worker.class.getName()));
    return command;
  }

  /**
   * All that this process has, as a class path: not all libraries are modules, and of those that
   * are not, modules they use are not found.
   */
  private static String classPath() {
    return Stream.of("jdk.module.path", "java.class.path")
        .map(property -> System.getProperty(property, ""))
        .filter(path -> !path.isEmpty())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isWindows() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
  }
}
