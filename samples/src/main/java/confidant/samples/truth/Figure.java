package confidant.samples.truth;

/**
 * A number or date on a paper, with what says its meaning.
 *
 * @param text exactly as printed, signs and currency included
 * @param value in plain form: a decimal number with a point and a leading minus, or a date as ISO
 *     8601 writes it
 * @param field which field of its kind it is, such as {@code payslip.net}; empty if none
 * @param label the words of its row as printed, lines joined by a blank; empty if its row has none
 * @param header the words over its column as printed, joined likewise; empty outside of tables
 * @param page counted from 1
 */
public record Figure(
    String text, String value, String field, String label, String header, int page, Box box) {}
