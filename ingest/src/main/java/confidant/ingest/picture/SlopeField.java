package confidant.ingest.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * By how much lines of text slope at each place of a page: a polynomial of the second degree in
 * both directions, fitted to how letters of a word follow each other. Outliers, such as letters
 * that hang below the line, count little (iteratively reweighted least squares).
 */
final class SlopeField {

  /** Letters of a word follow each other within this, in heights of the letter. */
  private static final double MOST_GAP = 1;

  /** Feet of letters of a word differ by at most this, in heights of the letter, and their size. */
  private static final double MOST_STEP = 0.35;

  private static final double MOST_LARGER = 1.7;

  /** So many letters on, the slope from one to the other is taken. */
  private static final int REACH = 4;

  /** Fewer slopes tell nothing. */
  private static final int LEAST_STEPS = 60;

  /** Pixels by which a foot may be off without being an outlier. */
  private static final double SLACK = 1;

  private static final int ROUNDS = 8;

  /** Part of what deviates from level lines that the field must explain. */
  private static final double EXPLAINED = 0.3;

  /** Lines slope no more than this; in height by width. */
  private static final double STEEPEST = 0.35;

  private static final int TERMS = 6;

  /**
   * From one letter to another of the same word.
   *
   * @param x middle between both
   * @param y their feet
   * @param across distance
   * @param down how much lower the second stands
   */
  private record Step(double x, double y, double across, double down) {}

  private final double left;
  private final double right;
  private final double top;
  private final double bottom;
  private final double[] terms = new double[TERMS];
  private final boolean certain;

  private SlopeField(List<Step> steps) {
    left = steps.stream().mapToDouble(Step::x).min().orElse(0);
    right = steps.stream().mapToDouble(Step::x).max().orElse(0);
    top = steps.stream().mapToDouble(Step::y).min().orElse(0);
    bottom = steps.stream().mapToDouble(Step::y).max().orElse(0);
    certain = steps.size() >= LEAST_STEPS && right > left && bottom > top && fit(steps);
  }

  /** The slopes of lines of {@code letters}. */
  static SlopeField of(List<Blob> letters) {
    return new SlopeField(steps(letters));
  }

  /** Whether it says more than that lines are level. */
  boolean isCertain() {
    return certain;
  }

  /** Column in the middle of the text. */
  double middle() {
    return (left + right) / 2;
  }

  /** The slope at a place, height by width; beyond the text it is that at its edge. */
  double at(double x, double y) {
    double[] powers = powers(x, y);
    double slope = 0;
    for (int i = 0; i < TERMS; i++) {
      slope += terms[i] * powers[i];
    }
    return Math.clamp(slope, -STEEPEST, STEEPEST);
  }

  private double[] powers(double x, double y) {
    double u = 2 * (Math.clamp(x, left, right) - left) / (right - left) - 1;
    double v = 2 * (Math.clamp(y, top, bottom) - top) / (bottom - top) - 1;
    return new double[] {1, u, v, u * v, u * u, v * v};
  }

  private static List<Step> steps(List<Blob> letters) {
    List<Blob> sorted = letters.stream().sorted(Comparator.comparingInt(Blob::left)).toList();
    int[] next = new int[sorted.size()];
    for (int i = 0; i < next.length; i++) {
      next[i] = next(sorted, i);
    }
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < next.length; i++) {
      int end = i;
      for (int count = 0; count < REACH && next[end] >= 0; count++) {
        end = next[end];
      }
      if (end != i) {
        Blob from = sorted.get(i);
        Blob to = sorted.get(end);
        steps.add(
            new Step(
                (from.middleX() + to.middleX()) / 2,
                (from.bottom() + to.bottom()) / 2.0,
                to.middleX() - from.middleX(),
                to.bottom() - from.bottom()));
      }
    }
    return steps;
  }

  /** Index of the letter that follows in the word; -1 if none does. */
  private static int next(List<Blob> letters, int index) {
    Blob letter = letters.get(index);
    double reach = letter.right() + MOST_GAP * letter.height();
    for (int i = index + 1; i < letters.size() && letters.get(i).left() <= reach; i++) {
      Blob other = letters.get(i);
      double step = Math.abs(other.bottom() - letter.bottom());
      double larger = Math.max(other.height(), letter.height());
      double smaller = Math.min(other.height(), letter.height());
      if (other.middleX() > letter.right()
          && step <= MOST_STEP * letter.height()
          && larger <= MOST_LARGER * smaller) {
        return i;
      }
    }
    return -1;
  }

  /** Fits the terms; tells whether they explain how the letters stand. */
  private boolean fit(List<Step> steps) {
    double[] weights = new double[steps.size()];
    Arrays.fill(weights, 1);
    for (int round = 0; round < ROUNDS; round++) {
      if (!solve(steps, weights)) {
        return false;
      }
      for (int i = 0; i < weights.length; i++) {
        double off = deviation(steps.get(i)) / SLACK;
        weights[i] = 1 / (1 + off * off);
      }
    }
    double level = steps.stream().mapToDouble(step -> cost(step.down())).sum();
    double bent = steps.stream().mapToDouble(step -> cost(deviation(step))).sum();
    return bent <= (1 - EXPLAINED) * level;
  }

  /** What a foot that is off costs; far off costs little more (Cauchy). */
  private static double cost(double off) {
    return Math.log1p(off * off / (SLACK * SLACK));
  }

  private double deviation(Step step) {
    return step.down() - at(step.x(), step.y()) * step.across();
  }

  /** Weighted least squares by the normal equations. */
  private boolean solve(List<Step> steps, double[] weights) {
    double[][] equations = new double[TERMS][TERMS + 1];
    for (int i = 0; i < weights.length; i++) {
      Step step = steps.get(i);
      double[] powers = powers(step.x(), step.y());
      for (int row = 0; row < TERMS; row++) {
        double factor = weights[i] * powers[row] * step.across();
        for (int column = 0; column < TERMS; column++) {
          equations[row][column] += factor * powers[column] * step.across();
        }
        equations[row][TERMS] += factor * step.down();
      }
    }
    return LinearEquations.solve(equations, terms);
  }
}
