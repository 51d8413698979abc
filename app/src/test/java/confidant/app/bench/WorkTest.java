package confidant.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WorkTest {
  private static final double GIGA = 1e9;
  private final Work work = new Work(BenchModels.gptOss20b());

  @Test
  void aTokenOfGptOss20bTakesSixGigaflops() {
    assertEquals(6.06, work.tokenFlops() / GIGA, 0.02);
  }

  @Test
  void aPromptAddsScoresThatGrowWithDepthAndTheOutputMatrixOnce() {
    double head = 2.0 * 201_088 * 2880;
    assertEquals(work.tokenFlops() + head, work.prefillFlops(1, 0), 1e-3 * GIGA);
    double shallow = work.prefillFlops(512, 0);
    double deep = work.prefillFlops(512, 8192);
    // 12 full layers, 64 heads of 64, 8192 keys more for each of 512 tokens.
    assertEquals(512.0 * 12 * 4 * 64 * 64 * 8192, deep - shallow, 0.03 * (deep - shallow));
  }

  @Test
  void aWrittenTokenReadsTheChosenExpertsAndAllElseButTheEmbedding() {
    assertEquals(2.57, work.decodeBytes(0) / GIGA, 0.05);
  }

  @Test
  void aDeepTokenReadsTheKeysAndValuesItSees() {
    // 8 heads of 64 in two bytes and an exponent, for keys and values; 12 layers see all, 12 see
    // 128.
    double perLayer = 8 * 2 * (64 * 2 + 1);
    assertEquals(perLayer * 12 * (16_384 + 128), work.decodeBytes(16_384) - work.decodeBytes(0), 1);
  }
}
