package confidant.app.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How to start this program again: a fresh process with the same runtime and flags. */
public final class OwnProgram {
  private static final String MAIN_MODULE = "confidant.app";
  private static final String MAIN_CLASS = "confidant.app.Main";

  private OwnProgram() {}

  /**
   * The command line before the program's own arguments.
   *
   * @param javaOptions to add to those that this process was given
   * @throws BenchException if there are some and the installed program runs, which takes none
   */
  public static List<String> command(List<String> javaOptions) throws BenchException {
    String executable =
        ProcessHandle.current().info().command().orElseGet(OwnProgram::javaOfThisRuntime);
    List<String> command = new ArrayList<>();
    command.add(executable);
    if (!isJava(executable)) {
      if (!javaOptions.isEmpty()) {
        throw new BenchException(
            "The installed program takes no options for Java; measure with ./confidant from its"
                + " sources.");
      }
      return command; // the installed program's launcher, which has its options in a file
    }
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(javaOptions);
    String classPath = System.getProperty("java.class.path", "");
    if (!classPath.isEmpty()) {
      command.addAll(List.of("-cp", classPath));
    }
    if (OwnProgram.class.getModule().isNamed()) {
      command.addAll(List.of("-m", MAIN_MODULE + "/" + MAIN_CLASS));
    } else {
      command.add(MAIN_CLASS);
    }
    return command;
  }

  private static String javaOfThisRuntime() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static boolean isJava(String executable) {
    String name = String.valueOf(Path.of(executable).getFileName());
    return name.equals("java") || name.equals("java.exe") || name.equals("javaw.exe");
  }
}
