/** From files to glyphs, ruling lines and plain text. Only here are PDFBox and Tika seen. */
@NullMarked
package confidant.ingest.extract;

import org.jspecify.annotations.NullMarked;
