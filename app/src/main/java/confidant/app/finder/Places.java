package confidant.app.finder;

import confidant.app.finder.ComputerLayout.Family;
import confidant.engine.json.Json;
import confidant.engine.json.JsonValue.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where programs keep models, by their documentation and their sources: variables first, then the
 * folders that they use by themselves, newer ones before older.
 */
final class Places {
  /** models--OWNER--NAME/snapshots/COMMIT/FOLDER. */
  private static final int HUGGING_FACE_DEPTH = 4;

  /** OWNER/NAME. */
  private static final int LM_STUDIO_DEPTH = 3;

  /** manifests/REGISTRY/NAMESPACE/MODEL. */
  private static final int OLLAMA_DEPTH = 4;

  private static final int JAN_DEPTH = 4;
  private static final int FLAT_DEPTH = 1;
  private static final int DOWNLOADS_DEPTH = 3;
  private static final int DRIVE_DEPTH = 4;

  /** Settings of other programs are small. */
  private static final long MAX_SETTINGS_BYTES = 1 << 20;

  /** File systems that lie on other computers. */
  private static final Set<String> NETWORK =
      Set.of(
          "9p",
          "afpfs",
          "cifs",
          "davfs",
          "fuse.davfs2",
          "fuse.rclone",
          "fuse.sshfs",
          "nfs",
          "nfs4",
          "smb2",
          "smb3",
          "smbfs",
          "sshfs",
          "webdav");

  private final ComputerLayout computer;
  private final List<Place> places = new ArrayList<>();
  private final Set<Path> seen = new LinkedHashSet<>();

  private Places(ComputerLayout computer) {
    this.computer = computer;
  }

  /** The places that are there. */
  static List<Place> of(ComputerLayout computer) {
    Places places = new Places(computer);
    places.ollama();
    places.lmStudio();
    places.huggingFace();
    places.llamaCpp();
    places.jan();
    places.gpt4All();
    places.downloads();
    places.drives();
    return List.copyOf(places.places);
  }

  private void add(Keeper keeper, Path folder, int depth) {
    if (Files.isDirectory(folder) && seen.add(folder.toAbsolutePath().normalize())) {
      places.add(new Place(keeper, folder, depth));
    }
  }

  private void ollama() {
    List<Path> stores = new ArrayList<>();
    computer.variable("OLLAMA_MODELS").ifPresent(stores::add);
    stores.add(computer.home().resolve(".ollama/models"));
    stores.addAll(computer.ollamaServices());
    stores.forEach(store -> add(Keeper.OLLAMA, store.resolve("manifests"), OLLAMA_DEPTH));
  }

  private void lmStudio() {
    List<Path> homes = new ArrayList<>();
    line(computer.home().resolve(".lmstudio-home-pointer")).ifPresent(homes::add);
    homes.add(computer.home().resolve(".lmstudio"));
    homes.add(computer.home().resolve(".cache/lm-studio"));
    for (Path home : homes) {
      setting(home.resolve("settings.json"), "downloadsFolder")
          .ifPresent(folder -> add(Keeper.LM_STUDIO, folder, LM_STUDIO_DEPTH));
      add(Keeper.LM_STUDIO, home.resolve("models"), LM_STUDIO_DEPTH);
    }
  }

  private void huggingFace() {
    List<Path> hubs = new ArrayList<>();
    computer.variable("HF_HUB_CACHE").ifPresent(hubs::add);
    computer.variable("HUGGINGFACE_HUB_CACHE").ifPresent(hubs::add);
    computer.variable("HF_HOME").map(home -> home.resolve("hub")).ifPresent(hubs::add);
    computer
        .variable("XDG_CACHE_HOME")
        .map(caches -> caches.resolve("huggingface/hub"))
        .ifPresent(hubs::add);
    // The same on every system.
    hubs.add(computer.home().resolve(".cache/huggingface/hub"));
    hubs.forEach(hub -> add(Keeper.HUGGING_FACE, hub, HUGGING_FACE_DEPTH));
  }

  private void llamaCpp() {
    computer.variable("LLAMA_CACHE").ifPresent(cache -> add(Keeper.LLAMA_CPP, cache, FLAT_DEPTH));
    add(Keeper.LLAMA_CPP, computer.caches().resolve("llama.cpp"), FLAT_DEPTH);
  }

  private void jan() {
    for (Path folder : List.of(computer.data(), computer.config())) {
      add(Keeper.JAN, folder.resolve("Jan/data/llamacpp/models"), JAN_DEPTH);
      add(Keeper.JAN, folder.resolve("Jan/data/models"), JAN_DEPTH);
    }
    add(Keeper.JAN, computer.home().resolve("jan/models"), JAN_DEPTH);
  }

  private void gpt4All() {
    add(Keeper.GPT4ALL, computer.local().resolve("nomic.ai/GPT4All"), FLAT_DEPTH);
  }

  private void downloads() {
    if (computer.family() == Family.LINUX) {
      userFolder("XDG_DOWNLOAD_DIR")
          .ifPresent(folder -> add(Keeper.DOWNLOADS, folder, DOWNLOADS_DEPTH));
    }
    add(Keeper.DOWNLOADS, computer.home().resolve("Downloads"), DOWNLOADS_DEPTH);
  }

  private void drives() {
    List<Path> drives = new ArrayList<>(computer.drives());
    for (Path parent : computer.driveParents()) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent)) {
        // macOS lists its own disk there, as a link.
        entries.forEach(
            entry -> {
              if (!Files.isSymbolicLink(entry)) {
                drives.add(entry);
              }
            });
      } catch (IOException e) {
        // No drive is there.
      }
    }
    drives.stream()
        .filter(drive -> !isNetwork(drive))
        .forEach(drive -> add(Keeper.DRIVE, drive, DRIVE_DEPTH));
  }

  private static boolean isNetwork(Path drive) {
    try {
      return NETWORK.contains(Files.getFileStore(drive).type().toLowerCase(Locale.ROOT));
    } catch (IOException e) {
      // A drive that does not even tell its kind would not be read either.
      return true;
    }
  }

  /** A folder that the desktop calls otherwise in other languages: {@code NAME="$HOME/…"}. */
  private Optional<Path> userFolder(String name) {
    return text(computer.config().resolve("user-dirs.dirs")).stream()
        .flatMap(String::lines)
        .filter(line -> line.startsWith(name + "="))
        .map(line -> line.substring(name.length() + 1).replace("\"", "").strip())
        .flatMap(value -> path(value.replaceFirst("^\\$HOME", "~")).stream())
        .findFirst();
  }

  private Optional<Path> line(Path file) {
    return text(file).map(String::strip).filter(word -> !word.isEmpty()).flatMap(this::path);
  }

  private Optional<Path> setting(Path file, String name) {
    try {
      Optional<JsonObject> json = text(file).map(Json::parseObject);
      return json.flatMap(object -> object.string(name)).flatMap(this::path);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) <= MAX_SETTINGS_BYTES
          ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<Path> path(String written) {
    try {
      return written.isBlank() ? Optional.empty() : Optional.of(computer.resolve(written));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
