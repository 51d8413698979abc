/**
 * What files are, and from PDF and plain text files to glyphs, ruling lines and lines. Only here
 * are PDFBox and Tika seen.
 */
@NullMarked
package confidant.ingest.extract;

import org.jspecify.annotations.NullMarked;
