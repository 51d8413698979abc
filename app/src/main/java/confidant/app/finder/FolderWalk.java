package confidant.app.finder;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks below a folder for what may be a model: GGUF files, folders with safetensors and a
 * configuration, and, in Ollama's store, manifests. Folders that are links are not entered; a link
 * to a file counts if it leads to one below the same folder, as in Hugging Face's cache.
 */
final class FolderWalk extends SimpleFileVisitor<Path> {
  /** Of a model in several files the first one stands for all. */
  private static final Pattern LATER_PART = Pattern.compile(".*-(?!00001)\\d{5}-of-\\d{5}\\.gguf");

  private static final String CONFIG = "config.json";

  private final Place place;
  private final Path root;
  private final BooleanSupplier enough;
  private final List<Candidate> found = new ArrayList<>();
  private final Set<Path> targets = new HashSet<>();
  private boolean complete = true;

  private FolderWalk(Place place, Path root, BooleanSupplier enough) {
    this.place = place;
    this.root = root;
    this.enough = enough;
  }

  /**
   * What was found.
   *
   * @param complete whether everything was looked at
   */
  record Result(List<Candidate> candidates, boolean complete) {}

  /**
   * Looks below the folder of {@code place}.
   *
   * @param enough asked at every file and folder; true ends the walk
   */
  static Result of(Place place, BooleanSupplier enough) {
    try {
      FolderWalk walk = new FolderWalk(place, place.folder().toRealPath(), enough);
      // One level more than folders that are looked into: their files.
      Files.walkFileTree(walk.root, EnumSet.noneOf(FileVisitOption.class), place.depth() + 1, walk);
      return new Result(List.copyOf(walk.found), walk.complete);
    } catch (IOException e) {
      return new Result(List.of(), false);
    }
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
      throws IOException {
    if (enough.getAsBoolean()) {
      return end();
    }
    if (!folder.equals(root) && name(folder).startsWith(".") && place.keeper() != Keeper.OLLAMA) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    long safetensors = bytesOfSafetensors(folder);
    if (place.keeper() != Keeper.OLLAMA && safetensors > 0) {
      found.add(new Candidate(folder, name(folder), safetensors));
      return FileVisitResult.SKIP_SUBTREE;
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    if (enough.getAsBoolean()) {
      return end();
    }
    if (place.keeper() == Keeper.OLLAMA) {
      if (attributes.isRegularFile()) {
        found.add(new Candidate(file, tag(file), 0));
      }
    } else if (isFirstGguf(file) && leadsToFileBelow(file, attributes)) {
      found.add(new Candidate(file, name(file), Files.size(file)));
    }
    return FileVisitResult.CONTINUE;
  }

  /** What may not be read is passed over. */
  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) {
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
    return FileVisitResult.CONTINUE;
  }

  private FileVisitResult end() {
    complete = false;
    return FileVisitResult.TERMINATE;
  }

  private static boolean isFirstGguf(Path file) {
    String name = name(file).toLowerCase(Locale.ROOT);
    return name.endsWith(".gguf") && !name.startsWith(".") && !LATER_PART.matcher(name).matches();
  }

  /** Whether it is a file, or a link to one below the root, that was not met before. */
  private boolean leadsToFileBelow(Path file, BasicFileAttributes attributes) throws IOException {
    if (!attributes.isSymbolicLink()) {
      return attributes.isRegularFile() && targets.add(file);
    }
    if (!Files.isRegularFile(file)) {
      return false;
    }
    Path target = file.toRealPath();
    return target.startsWith(root) && targets.add(target);
  }

  /** Bytes of the safetensors files in a folder with a configuration; 0 if it is none such. */
  private long bytesOfSafetensors(Path folder) {
    if (!Files.isRegularFile(folder.resolve(CONFIG))) {
      return 0;
    }
    long bytes = 0;
    try (var entries = Files.newDirectoryStream(folder, "*.safetensors")) {
      for (Path entry : entries) {
        if (Files.isRegularFile(entry) && entry.toRealPath().startsWith(root)) {
          bytes += Files.size(entry);
        }
      }
    } catch (IOException e) {
      return 0;
    }
    return bytes;
  }

  /** As typed to Ollama: {@code gpt-oss:20b}. */
  private static String tag(Path manifest) {
    Path model = manifest.getParent();
    return model == null ? name(manifest) : name(model) + ":" + name(manifest);
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
