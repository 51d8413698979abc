package confidant.ingest.classify;

import confidant.ingest.document.DocumentKind;

/**
 * What sort of paper a document seems to be.
 *
 * @param confidence from 0 to 1
 */
public record Classification(DocumentKind kind, double confidence) {}
