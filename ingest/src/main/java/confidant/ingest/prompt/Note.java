package confidant.ingest.prompt;

/**
 * What the model wrote down about a part of a paper.
 *
 * @param pages which pages it is about, such as {@code 8-14}
 * @param text its words
 */
public record Note(String pages, String text) {}
