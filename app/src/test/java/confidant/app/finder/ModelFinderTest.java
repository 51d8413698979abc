package confidant.app.finder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.app.finder.ComputerLayout.Family;
import confidant.app.models.FaultCode;
import confidant.engine.Checkpoints;
import confidant.engine.api.EngineException;
import confidant.engine.api.ModelInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ModelFinderTest {
  @TempDir private Path disk;
  private final Map<String, String> environment = new HashMap<>();
  private final AtomicLong clock = new AtomicLong();
  private final List<Path> inspected = new ArrayList<>();

  @Test
  void lmStudioKeepsModelsInItsHomeInAnOlderOneAndWhereItsSettingsSay() throws Exception {
    file("home/.lmstudio/models/openai/gpt-oss-20b-GGUF/gpt-oss-20b-MXFP4.gguf");
    file("home/.cache/lm-studio/models/a/b/old.gguf");
    file("elsewhere/c/d/moved.gguf");
    text("home/.lmstudio/settings.json", "{\"downloadsFolder\":\"" + json("elsewhere") + "\"}");
    file("pointed/models/e/f/pointed.gguf");
    text("home/.lmstudio-home-pointer", disk.resolve("pointed") + "\n");
    assertEquals(
        List.of(
            "LM_STUDIO gpt-oss-20b-MXFP4.gguf",
            "LM_STUDIO moved.gguf",
            "LM_STUDIO old.gguf",
            "LM_STUDIO pointed.gguf"),
        find(Family.LINUX));
  }

  @Test
  void ollamasManifestsNameItsModels() throws Exception {
    file("home/.ollama/models/manifests/registry.ollama.ai/library/gpt-oss/20b");
    file("home/.ollama/models/blobs/sha256-abc");
    file("store/manifests/registry.ollama.ai/library/llama3/8b");
    file("service/manifests/registry.ollama.ai/library/gpt-oss/latest");
    environment.put("OLLAMA_MODELS", disk.resolve("store").toString());
    assertEquals(
        List.of("OLLAMA gpt-oss:20b", "OLLAMA gpt-oss:latest", "OLLAMA llama3:8b"),
        find(Family.LINUX));
  }

  @Test
  void huggingFacesCacheIsWhereItsVariablesSay() throws Exception {
    String model = "models--openai--gpt-oss-20b/snapshots/abc/";
    file("home/.cache/huggingface/hub/" + model + "config.json");
    file("home/.cache/huggingface/hub/" + model + "model-00001-of-00002.safetensors");
    file("home/.cache/huggingface/hub/" + model + "model-00002-of-00002.safetensors");
    file("home/.cache/huggingface/hub/" + model + "original/config.json");
    file("hf/hub/models--x--y/snapshots/d/y.gguf");
    file("hub/models--x--z/snapshots/e/z.gguf");
    environment.put("HF_HOME", disk.resolve("hf").toString());
    environment.put("HUGGINGFACE_HUB_CACHE", disk.resolve("hub").toString());
    assertEquals(
        List.of("HUGGING_FACE abc", "HUGGING_FACE y.gguf", "HUGGING_FACE z.gguf"),
        find(Family.MACOS));
  }

  @Test
  void otherProgramsKeepThemByTheCustomsOfTheSystem() throws Exception {
    file("home/.cache/llama.cpp/a.gguf");
    file("home/.local/share/Jan/data/llamacpp/models/b/model.gguf");
    file("home/.local/share/nomic.ai/GPT4All/c.gguf");
    file("home/Library/Caches/llama.cpp/d.gguf");
    file("home/Library/Application Support/Jan/data/llamacpp/models/e/model.gguf");
    file("home/Library/Application Support/nomic.ai/GPT4All/f.gguf");
    file("home/AppData/Local/llama.cpp/g.gguf");
    file("home/AppData/Roaming/Jan/data/llamacpp/models/h/model.gguf");
    file("home/AppData/Local/nomic.ai/GPT4All/i.gguf");
    file("llama/j.gguf");
    assertEquals(
        List.of("GPT4ALL c.gguf", "JAN model.gguf", "LLAMA_CPP a.gguf"), find(Family.LINUX));
    assertEquals(
        List.of("GPT4ALL f.gguf", "JAN model.gguf", "LLAMA_CPP d.gguf"), find(Family.MACOS));
    environment.put("LLAMA_CACHE", disk.resolve("llama").toString());
    assertEquals(
        List.of("GPT4ALL i.gguf", "JAN model.gguf", "LLAMA_CPP g.gguf", "LLAMA_CPP j.gguf"),
        find(Family.WINDOWS));
  }

  @Test
  void downloadsAreLookedThroughWhateverTheyAreCalled() throws Exception {
    file("home/Downloads/a.gguf");
    file("home/Herunterladen/models/b.gguf");
    file("home/Downloads/1/2/3/4/too-deep.gguf");
    text("home/.config/user-dirs.dirs", "XDG_DOWNLOAD_DIR=\"$HOME/Herunterladen\"\n");
    assertEquals(List.of("DOWNLOADS a.gguf", "DOWNLOADS b.gguf"), find(Family.LINUX));
  }

  @Test
  void drivesAreLookedThroughToo() throws Exception {
    file("media/STICK/models/a.gguf");
    file("drive/b.gguf");
    assertEquals(List.of("DRIVE a.gguf", "DRIVE b.gguf"), find(Family.LINUX));
  }

  @Test
  void theFirstOfSeveralPartsStandsForAllAndOtherFilesAreNone() throws Exception {
    file("home/Downloads/m-00001-of-00003.gguf");
    file("home/Downloads/m-00002-of-00003.gguf");
    file("home/Downloads/._m.gguf");
    file("home/Downloads/m.gguf.part");
    file("home/Downloads/letter.pdf");
    assertEquals(List.of("DOWNLOADS m-00001-of-00003.gguf"), find(Family.LINUX));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a permission there")
  void linksLeadNowhereElse() throws Exception {
    Path outside = file("outside/secret.gguf");
    Path downloads = Files.createDirectories(disk.resolve("home/Downloads"));
    Files.createSymbolicLink(downloads.resolve("file.gguf"), outside);
    Files.createSymbolicLink(downloads.resolve("folder"), outside.getParent());
    Files.createSymbolicLink(downloads.resolve("loop"), downloads);
    Path blob = file("home/Downloads/blobs/x");
    Files.createSymbolicLink(downloads.resolve("inside.gguf"), blob);
    assertEquals(List.of("DOWNLOADS inside.gguf"), find(Family.LINUX));
  }

  @Test
  void eachIsJudgedByTheLoaderAndUsedWhereItLies() throws Exception {
    Path bad = text("home/Downloads/bad.gguf", "no model at all");
    Path real = disk.resolve("home/Downloads/tiny.gguf");
    try (InputStream model = FaultCode.class.getResourceAsStream("untrained-tiny.gguf")) {
      Files.copy(Objects.requireNonNull(model), real);
    }
    List<FoundModel> found = new ArrayList<>();
    ModelFinder finder = new ModelFinder(layout(Family.LINUX), Checkpoints::inspect, clock::get);
    assertTrue(run(finder, found));
    FoundModel refused = named(found, bad);
    assertTrue(refused.obstacle().orElseThrow().contains("bad.gguf"));
    assertEquals("bad.gguf", refused.name());
    FoundModel works = named(found, real);
    assertEquals(real, works.path());
    assertTrue(works.obstacle().isEmpty());
    assertTrue(works.bytes() > 0);
  }

  @Test
  void aSearchThatTakesTooLongEndsIncomplete() throws Exception {
    for (int i = 0; i < 5; i++) {
      file("home/Downloads/" + i + ".gguf");
    }
    List<FoundModel> found = new ArrayList<>();
    ModelFinder slow =
        new ModelFinder(
            layout(Family.LINUX),
            path -> {
              clock.addAndGet(TimeUnit.SECONDS.toNanos(25));
              throw new EngineException.NotFound("slow");
            },
            clock::get);
    assertFalse(run(slow, found));
    assertEquals(3, found.size());
  }

  @Test
  void aSearchCanBeStopped() throws Exception {
    file("home/Downloads/a.gguf");
    file("home/Downloads/b.gguf");
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    CountDownLatch finished = new CountDownLatch(1);
    List<FoundModel> found = new ArrayList<>();
    ModelFinder finder = new ModelFinder(layout(Family.LINUX), this::refuse, clock::get);
    ModelFinder.Search search =
        finder.start(
            new ModelFinder.Listener() {
              @Override
              public void found(FoundModel model) {
                found.add(model);
                first.countDown();
                try {
                  stopped.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              }

              @Override
              public void finished(boolean complete) {
                assertFalse(complete);
                finished.countDown();
              }
            });
    first.await();
    search.stop();
    stopped.countDown();
    finished.await();
    assertEquals(1, found.size());
  }

  private ModelInfo refuse(Path path) throws EngineException {
    inspected.add(path);
    throw new EngineException.Unsupported("It is none.");
  }

  /** Who keeps what is found, and its name; sorted. */
  private List<String> find(Family family) throws InterruptedException {
    List<FoundModel> found = new ArrayList<>();
    assertTrue(run(new ModelFinder(layout(family), this::refuse, clock::get), found));
    return found.stream().map(model -> model.keeper() + " " + model.name()).sorted().toList();
  }

  /** Searches to the end; whether that was complete. */
  private static boolean run(ModelFinder finder, List<FoundModel> found)
      throws InterruptedException {
    CountDownLatch finished = new CountDownLatch(1);
    boolean[] whole = new boolean[1];
    finder.start(
        new ModelFinder.Listener() {
          @Override
          public void found(FoundModel model) {
            found.add(model);
          }

          @Override
          public void finished(boolean complete) {
            whole[0] = complete;
            finished.countDown();
          }
        });
    finished.await();
    return whole[0];
  }

  private static FoundModel named(List<FoundModel> found, Path path) {
    return found.stream().filter(model -> model.path().equals(path)).findFirst().orElseThrow();
  }

  private ComputerLayout layout(Family family) {
    return new ComputerLayout(
        family,
        environment,
        disk.resolve("home"),
        List.of(disk.resolve("service")),
        List.of(disk.resolve("media")),
        List.of(disk.resolve("drive")));
  }

  private String json(String folder) {
    return disk.resolve(folder).toString().replace("\\", "\\\\");
  }

  private Path file(String name) throws IOException {
    return text(name, "content");
  }

  private Path text(String name, String content) throws IOException {
    Path file = disk.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }
}
