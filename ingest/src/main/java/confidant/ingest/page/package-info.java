/** A page as drawn: glyphs and ruling lines with their places, before any order is found in it. */
@NullMarked
package confidant.ingest.page;

import org.jspecify.annotations.NullMarked;
