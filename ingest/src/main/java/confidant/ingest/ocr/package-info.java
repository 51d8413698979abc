/** Reads text off pictures. Only here is Tesseract seen. */
@NullMarked
package confidant.ingest.ocr;

import org.jspecify.annotations.NullMarked;
