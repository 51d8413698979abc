package confidant.app.bench;

/**
 * One figure against another, by their medians.
 *
 * @param name what is held against what
 * @param value above 1, the first is better
 */
public record Ratio(String name, double value) {}
