/**
 * What papers state, as typed fields with their places, and whether the figures agree.
 *
 * <p>Works on documents alone, whatever they were read from. What papers call things is in the
 * resources {@code labels_*.txt}, one per language; nothing here knows who issued a paper.
 */
@NullMarked
package confidant.ingest.fields;

import org.jspecify.annotations.NullMarked;
