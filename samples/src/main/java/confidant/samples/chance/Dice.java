package confidant.samples.chance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Chance from a seed. Built on {@link Random}, whose numbers are specified and so the same on every
 * Java.
 */
public final class Dice {

  private final long seed;
  private final Random random;

  public Dice(long seed) {
    this.seed = seed;
    // Random starts alike for seeds that lie close together.
    random = new Random(mix(seed));
  }

  /** Other dice for {@code purpose}, which do not depend on how often these were thrown. */
  public Dice forPurpose(String purpose) {
    return new Dice(mix(seed + purpose.hashCode()));
  }

  /** From 0 to below {@code bound}. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** From {@code low} to {@code high}, both included. */
  public int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  /** From {@code low} to below {@code high}. */
  public double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** With mean 0 and deviation 1. */
  public double gaussian() {
    return random.nextGaussian();
  }

  /** True in {@code share} of all throws. */
  public boolean chance(double share) {
    return random.nextDouble() < share;
  }

  /** An amount in whole cents from {@code low} to {@code high} units, both included. */
  public BigDecimal cents(int low, int high) {
    return BigDecimal.valueOf(between(100 * low, 100 * high), 2);
  }

  /** Digits, the first of which is not zero. */
  public String digits(int count) {
    StringBuilder digits = new StringBuilder().append(between(1, 9));
    while (digits.length() < count) {
      digits.append(below(10));
    }
    return digits.toString();
  }

  /** A text of which each {@code 0} is made a digit. */
  public String fill(String form) {
    StringBuilder filled = new StringBuilder();
    for (int i = 0; i < form.length(); i++) {
      char character = form.charAt(i);
      filled.append(character == '0' ? (char) ('0' + below(10)) : character);
    }
    return filled.toString();
  }

  /** One of {@code items}. */
  public <T> T pick(List<T> items) {
    return items.get(below(items.size()));
  }

  /** Different ones of {@code items}, in their order; all if there are not {@code count}. */
  public <T> List<T> some(List<T> items, int count) {
    return shuffled(IntStream.range(0, items.size()).boxed().toList()).stream()
        .limit(count)
        .sorted()
        .map(items::get)
        .toList();
  }

  /** The same items in another order. */
  public <T> List<T> shuffled(List<T> items) {
    List<T> shuffled = new ArrayList<>(items);
    Collections.shuffle(shuffled, random);
    return List.copyOf(shuffled);
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Numbers). */
  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
