package confidant.samples.layout;

/** A label and what it names. */
public record Pair(String label, Cell value) {}
