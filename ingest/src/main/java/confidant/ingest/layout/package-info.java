/** From glyphs to words, rows and regions in reading order. */
@NullMarked
package confidant.ingest.layout;

import org.jspecify.annotations.NullMarked;
