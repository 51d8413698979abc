package confidant.engine.chat;

/**
 * How tokens are drawn.
 *
 * @param maxTokens most tokens to generate, reasoning included; at least 1
 * @param temperature 0 is greedy; gpt-oss recommends 1
 * @param topK keep the k most likely tokens; 0 keeps all
 * @param topP keep the smallest set of tokens whose probability reaches this; 1 keeps all
 * @param minP drop tokens less likely than this share of the most likely one; 0 keeps all
 * @param seed of the random numbers; the same seed, prompt and thread count draw the same tokens
 */
public record GenerationParams(
    int maxTokens, float temperature, int topK, float topP, float minP, long seed) {

  public GenerationParams {
    if (maxTokens < 1) {
      throw new IllegalArgumentException("maxTokens must be at least 1, is " + maxTokens);
    }
    if (!(temperature >= 0) || Float.isInfinite(temperature)) {
      throw new IllegalArgumentException("temperature must be 0 or more, is " + temperature);
    }
    if (topK < 0) {
      throw new IllegalArgumentException("topK must be 0 or more, is " + topK);
    }
    if (!(topP > 0 && topP <= 1)) {
      throw new IllegalArgumentException("topP must be above 0 and at most 1, is " + topP);
    }
    if (!(minP >= 0 && minP <= 1)) {
      throw new IllegalArgumentException("minP must be between 0 and 1, is " + minP);
    }
  }

  /** OpenAI's recommendation for gpt-oss: temperature 1, top-p 1, nothing else cut. */
  public static GenerationParams recommended(int maxTokens, long seed) {
    return new GenerationParams(maxTokens, 1f, 0, 1f, 0f, seed);
  }

  /** Always the most likely token. */
  public static GenerationParams greedy(int maxTokens) {
    return new GenerationParams(maxTokens, 0f, 0, 1f, 0f, 0);
  }
}
