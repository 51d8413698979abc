package confidant.ingest.document;

/**
 * A word read from a picture of which two readings are likely. The first stands in the text; a
 * person is told of both.
 *
 * @param read the likelier reading, as it stands in the text
 * @param other the other reading; empty where it is only uncertain
 * @param box where on the page
 * @param confidence of {@code read}, from 0 to 1
 */
public record Doubt(String read, String other, BoundingBox box, double confidence) {

  public Doubt {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence " + confidence);
    }
  }
}
