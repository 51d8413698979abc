package confidant.ui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The questions for a file that the window asks. */
public interface FileDialogs {

  /** Papers to read; empty if the person changed their mind. */
  List<Path> papers();

  /** A model in one file. */
  Optional<Path> modelFile();

  /** A folder with a model. */
  Optional<Path> modelFolder();
}
