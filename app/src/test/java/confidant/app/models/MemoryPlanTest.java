package confidant.app.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.app.models.MemoryPlan.Verdict;
import confidant.engine.api.ModelInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** gpt-oss-20b, which takes some 13.7 GB and 0.9 GB of cache with 32,768 tokens. */
class MemoryPlanTest {
  private static final long GB = 1_000_000_000;
  private static final ModelInfo GPT_OSS =
      new ModelInfo(
          "gpt-oss-20b",
          Path.of("gpt-oss-20b.gguf"),
          ModelInfo.Layout.GGUF,
          24,
          32,
          4,
          2880,
          2880,
          64,
          8,
          64,
          201_088,
          128,
          12,
          131_072,
          20_914_757_184L,
          12_100_000_000L,
          Map.of(),
          List.of(),
          false,
          false);

  private static MemoryPlan plan(int tokens, long total, long available) {
    OptionalLong free = available == 0 ? OptionalLong.empty() : OptionalLong.of(available);
    return new MemoryPlan(GPT_OSS, tokens, new MachineMemory(total, free));
  }

  /** All that the model takes with so many tokens. */
  private static long need(int tokens) {
    return GPT_OSS.fileBytes() + GPT_OSS.cacheBytes(tokens) + MemoryPlan.PROGRAM_BYTES;
  }

  @Test
  void enoughIsEnoughToTheLastByte() {
    assertEquals(Verdict.ENOUGH, plan(32_768, 32 * GB, need(32_768)).verdict());
    assertEquals(Verdict.SMALLER_CONTEXT, plan(32_768, 32 * GB, need(32_768) - 1).verdict());
  }

  @Test
  void theLargestContextThatFitsIsProposed() {
    assertEquals(OptionalInt.of(16_384), plan(32_768, 32 * GB, need(16_384)).smallerContext());
    assertEquals(OptionalInt.of(8_192), plan(32_768, 32 * GB, need(16_384) - 1).smallerContext());
    assertEquals(OptionalInt.of(4_096), plan(8_192, 32 * GB, need(8_192) - 1).smallerContext());
    assertEquals(OptionalInt.empty(), plan(32_768, 32 * GB, need(4_096) - 1).smallerContext());
  }

  @Test
  void whereOtherProgramsHaveTheMemoryTheyCanBeClosed() {
    assertEquals(Verdict.CLOSE_PROGRAMS, plan(32_768, 32 * GB, 5 * GB).verdict());
    assertEquals(Verdict.CLOSE_PROGRAMS, plan(4_096, need(4_096), 5 * GB).verdict());
  }

  @Test
  void aComputerWithLessThanTheModelIsTooSmall() {
    assertEquals(Verdict.TOO_SMALL, plan(32_768, need(4_096) - 1, 5 * GB).verdict());
    assertEquals(Verdict.TOO_SMALL, plan(2_048, 8 * GB, 5 * GB).verdict());
  }

  @Test
  void whatIsFreeIsGuessedFromAllThereIsWhereTheSystemDoesNotTell() {
    assertEquals(Verdict.ENOUGH, plan(32_768, 16 * GB, 0).verdict());
    assertEquals(Verdict.TOO_SMALL, plan(32_768, 8 * GB, 0).verdict());
    assertEquals(Verdict.ENOUGH, plan(32_768, 0, 0).verdict(), "nothing is known at all");
  }
}
