package confidant.engine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.api.EngineException;
import confidant.engine.api.MemoryReport;
import confidant.engine.api.MemoryReport.Part;
import confidant.engine.api.MemoryReport.WeightPart;
import confidant.engine.loading.Checkpoint;
import confidant.engine.loading.CheckpointLoader;
import confidant.engine.model.Weights;
import confidant.engine.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of golden checkpoints, fused and interleaved ones too. */
class ModelMemoryTest {
  private static final String GGUF = "model-tiny/gguf/model-q8_0.gguf";

  @ParameterizedTest
  @ValueSource(strings = {GGUF, "model-tiny/hf", "model-tiny/original"})
  void partsMakeUpTheFiles(String name) throws EngineException, IOException {
    try (Checkpoint checkpoint = CheckpointLoader.open(Golden.path(name))) {
      List<Part> parts = checkpoint.memory().weights();
      assertEquals(fileBytes(Golden.path(name)), parts.stream().mapToLong(Part::mappedBytes).sum());
      assertEquals(
          Set.of(WeightPart.values()), parts.stream().map(Part::part).collect(Collectors.toSet()));
      assertTrue(parts.stream().allMatch(part -> part.mappedBytes() > 0), parts::toString);
    }
  }

  private static long fileBytes(Path model) throws IOException {
    try (var files = Files.walk(model)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(gguf|safetensors)"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {GGUF, "model-tiny/hf"})
  void theRangesOfAllExpertsAreThePartOfExperts(String name) throws EngineException {
    try (Checkpoint checkpoint = CheckpointLoader.open(Golden.path(name))) {
      Weights weights = checkpoint.weights();
      Weights.Expert first = weights.layers().getFirst().experts().getFirst();
      long bytes = WeightParts.rangesOf(first).mapToLong(range -> range.byteSize()).sum();
      assertTrue(bytes >= matrixBytes(first), bytes + " of " + matrixBytes(first));
      long whole = part(checkpoint, WeightPart.EXPERTS).mappedBytes();
      long experts = weights.layers().stream().mapToLong(layer -> layer.experts().size()).sum();
      assertTrue(whole >= experts * matrixBytes(first), whole + " for " + experts);
    }
  }

  private static long matrixBytes(Weights.Expert expert) {
    return List.of(expert.gate(), expert.up(), expert.down()).stream()
        .mapToLong(matrix -> matrix.rows() * matrix.type().rowBytes(matrix.cols()))
        .sum();
  }

  private static Part part(Checkpoint checkpoint, WeightPart wanted) {
    return checkpoint.memory().weights().stream()
        .filter(part -> part.part() == wanted)
        .findFirst()
        .orElseThrow();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void pagesThatWereReadAreFoundInMemory() throws EngineException {
    assertTrue(SystemCalls.find().isPresent(), "tests run with native access");
    try (Checkpoint checkpoint = CheckpointLoader.open(Golden.path(GGUF))) {
      assertTrue(
          checkpoint.weights().embedding().data().mismatch(checkpoint.weights().embedding().data())
              < 0);
      MemoryReport report = checkpoint.memory().report(5);
      Part embedding = part(checkpoint, WeightPart.EMBEDDING);
      assertTrue(embedding.residentBytes().orElseThrow() > 0, embedding::toString);
      assertTrue(report.residentBytes().orElseThrow() <= report.mappedBytes(), report::toString);
      assertEquals(5, report.cacheBytes());
      assertTrue(report.anonymousBytes().orElseThrow() > 0, report::toString);
      assertTrue(report.pageIns().orElseThrow() >= 0, report::toString);
    }
  }

  @Test
  void adviceIsTakenAndClosingWaitsForIt() throws EngineException {
    for (int i = 0; i < 20; i++) {
      try (Checkpoint checkpoint = CheckpointLoader.open(Golden.path(GGUF))) {
        checkpoint.memory().prepare();
        for (Weights.Layer layer : checkpoint.weights().layers()) {
          checkpoint.memory().expertAccess().chosen(layer, new int[] {0, 1, 0, 99}, 3);
        }
        var embedding = checkpoint.weights().embedding().data();
        SystemCalls.find()
            .ifPresent(
                calls -> {
                  assertTrue(calls.advise(embedding.asSlice(1), SystemCalls.MADV_WILLNEED));
                  assertTrue(calls.advise(embedding, SystemCalls.MADV_RANDOM));
                });
      }
    }
  }
}
