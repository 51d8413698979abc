/**
 * Makes papers – payslips, bank statements, lab reports, medical letters, invoices – with the truth
 * beside each, from a seed: the same seed gives the same bytes.
 *
 * <p>For tests, training and the samples a newcomer sees; nothing here ships with the program. A
 * paper comes about in four steps, each a package: {@code content} makes figures that add up,
 * {@code layout} arranges them in sections and sets those on a {@code sheet}, which notes where
 * each figure stands, and {@code scan} spoils the printed page as a scanner would.
 */
@NullMarked
package confidant.samples;

import org.jspecify.annotations.NullMarked;
