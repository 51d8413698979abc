package confidant.samples.content;

import java.math.BigDecimal;

/**
 * A medicine as prescribed.
 *
 * @param dose in milligrams
 * @param morning tablets, as are the next three
 */
public record Medicine(
    String name, BigDecimal dose, int morning, int noon, int evening, int night) {}
