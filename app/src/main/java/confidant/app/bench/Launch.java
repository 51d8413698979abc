package confidant.app.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * How to start an engine as a process.
 *
 * @param engine short name in tables
 * @param command program and arguments that never change
 * @param remedy what the person can do if it does not start
 */
public record Launch(String engine, List<String> command, String remedy) {
  public Launch {
    command = List.copyOf(command);
  }

  /**
   * The whole command line.
   *
   * @param context positions to hold
   * @param threads to compute with; 0 leaves the choice to the engine
   */
  List<String> commandLine(int context, int threads) {
    List<String> line = new ArrayList<>(command);
    line.addAll(List.of("--context", Integer.toString(context)));
    if (threads > 0) {
      line.addAll(List.of("--threads", Integer.toString(threads)));
    }
    return line;
  }
}
