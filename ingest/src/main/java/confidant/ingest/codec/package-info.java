/**
 * Decoders of pictures that Java lacks: JBIG2, JPEG 2000 and WebP. Each looks at a picture's own
 * header and keeps its bounds before anything is decoded.
 */
@NullMarked
package confidant.ingest.codec;

import org.jspecify.annotations.NullMarked;
