/** Word documents (DOCX): paragraphs, lists with their numbers, tables. */
@NullMarked
package confidant.ingest.flow.word;

import org.jspecify.annotations.NullMarked;
