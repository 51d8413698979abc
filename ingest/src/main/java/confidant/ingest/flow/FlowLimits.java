package confidant.ingest.flow;

import java.time.Duration;

/** Bounds on the work that one document without pages can cause. */
public final class FlowLimits {

  /** Bytes of a document; they are held in memory. */
  public static final long FILE_BYTES = 64L << 20;

  /** Bytes that the parts of a packed document unpack to, taken together. */
  public static final long UNPACKED_BYTES = 64L << 20;

  /** Cells of all tables, empty ones too; a model's context holds far fewer. */
  public static final int CELLS = 400_000;

  /** Columns of one table. */
  public static final int COLUMNS = 2000;

  /** Characters of the whole document. */
  public static final long CHARACTERS = 24L << 20;

  /** How deep elements, groups or parts may lie in each other. */
  public static final int NESTING = 100;

  /** Time for one document, without its attachments. */
  public static final Duration TIME = Duration.ofSeconds(20);

  private FlowLimits() {}
}
