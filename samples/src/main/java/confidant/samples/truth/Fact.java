package confidant.samples.truth;

/**
 * A question that the paper answers.
 *
 * @param field such as {@code payslip.net}
 * @param question in the paper's language
 * @param text the answer as printed
 * @param value the answer in plain form, as in {@link Figure}
 * @param page where it stands, counted from 1
 */
public record Fact(String field, String question, String text, String value, int page) {}
