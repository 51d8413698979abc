package confidant.engine.loading;

import confidant.engine.api.EngineException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the parts of GGUF models, which may be cut as {@code name-00001-of-00003.gguf}. */
final class GgufParts {
  private static final String SUFFIX = ".gguf";
  private static final Pattern PART =
      Pattern.compile("(?<name>.*)-(?<part>\\d{5})-of-(?<count>\\d{5})\\.gguf");

  private GgufParts() {}

  /** The model that {@code file} is or belongs to. */
  static ModelFiles of(Path file) throws EngineException {
    Matcher matcher = PART.matcher(file.getFileName().toString());
    if (!matcher.matches()) {
      return new ModelFiles.Gguf(file, List.of(file), Optional.empty());
    }
    String count = matcher.group("count");
    List<Path> parts = new ArrayList<>();
    for (int part = 1; part <= Integer.parseInt(count); part++) {
      Path path =
          file.resolveSibling(
              String.format(Locale.ROOT, "%s-%05d-of-%s.gguf", matcher.group("name"), part, count));
      if (!Files.exists(path)) {
        throw new EngineException.NotFound(
            path.getFileName()
                + " is missing beside "
                + file.getFileName()
                + ": fetch all "
                + Integer.parseInt(count)
                + " parts of the model into one folder.");
      }
      parts.add(path);
    }
    if (parts.isEmpty()) {
      throw JsonFiles.damaged(file, "its name says that it is a part of nothing", null);
    }
    return new ModelFiles.Gguf(parts.getFirst(), parts, Optional.of(matcher.group("name")));
  }

  /** The one GGUF model in {@code folder}; empty if there is none. */
  static Optional<ModelFiles> in(Path folder) throws EngineException {
    List<Path> firsts =
        CheckpointLocator.filesEndingIn(folder, SUFFIX).stream()
            .filter(GgufParts::isFirst)
            .toList();
    if (firsts.size() > 1) {
      throw new EngineException.NotFound(
          "The folder "
              + folder
              + " holds several models: choose one of "
              + firsts.stream()
                  .map(file -> file.getFileName().toString())
                  .collect(Collectors.joining(", "))
              + ".");
    }
    return firsts.isEmpty() ? Optional.empty() : Optional.of(of(firsts.getFirst()));
  }

  private static boolean isFirst(Path file) {
    Matcher matcher = PART.matcher(file.getFileName().toString());
    return !matcher.matches() || Integer.parseInt(matcher.group("part")) == 1;
  }
}
