package confidant.ingest.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds connected dark pixels in one pass over the rows: runs that touch one of the row above join
 * its component, and components that meet are merged (union by the lower number, He, Chao and
 * Suzuki, 2008).
 */
final class Components {

  private static final int FIELDS = 5;
  private static final int RUN = 3;

  private final GreyPicture picture;
  private final int threshold;

  /** Of each component: one it was merged into, or itself. */
  private int[] parents = new int[1024];

  /** Of each component: left, top, right, bottom, area; (components, FIELDS). */
  private int[] fields = new int[1024 * FIELDS];

  private int count;

  /** Runs of a row: first and last column and component, (runs, RUN). */
  private int[] above;

  private int[] current;
  private int aboveLength;
  private int currentLength;

  private Components(GreyPicture picture, int threshold) {
    this.picture = picture;
    this.threshold = threshold;
    above = new int[(picture.width() / 2 + 1) * RUN];
    current = new int[above.length];
  }

  /** The components of pixels darker than {@code threshold}, by their first pixels. */
  static List<Blob> of(GreyPicture picture, int threshold) {
    Components components = new Components(picture, threshold);
    for (int y = 0; y < picture.height(); y++) {
      components.addRow(y);
    }
    return components.blobs();
  }

  private void addRow(int y) {
    int[] old = above;
    above = current;
    current = old;
    aboveLength = currentLength;
    currentLength = 0;
    byte[] pixels = picture.pixels();
    int width = picture.width();
    int row = y * width;
    int touching = 0;
    int x = 0;
    while (x < width) {
      if ((pixels[row + x] & 0xff) >= threshold) {
        x++;
        continue;
      }
      int first = x;
      while (x < width && (pixels[row + x] & 0xff) < threshold) {
        x++;
      }
      touching = addRun(first, x - 1, y, touching);
    }
  }

  /**
   * Adds a run of the current row.
   *
   * @param from run of the row above from which on others may touch it
   * @return the same for the next run
   */
  private int addRun(int first, int last, int y, int from) {
    int run = from;
    while (run < aboveLength && above[run + 1] < first - 1) {
      run += RUN;
    }
    int label = -1;
    int next = run;
    while (next < aboveLength && above[next] <= last + 1) {
      int other = root(above[next + 2]);
      label = label < 0 ? other : merge(label, other);
      next += RUN;
    }
    if (label < 0) {
      label = newComponent(first, y);
    }
    int at = label * FIELDS;
    fields[at] = Math.min(fields[at], first);
    fields[at + 2] = Math.max(fields[at + 2], last);
    fields[at + 3] = y;
    fields[at + 4] += last - first + 1;
    current[currentLength] = first;
    current[currentLength + 1] = last;
    current[currentLength + 2] = label;
    currentLength += RUN;
    return run;
  }

  private int newComponent(int x, int y) {
    if (count == parents.length) {
      parents = Arrays.copyOf(parents, 2 * count);
      fields = Arrays.copyOf(fields, 2 * count * FIELDS);
    }
    parents[count] = count;
    int at = count * FIELDS;
    fields[at] = x;
    fields[at + 1] = y;
    fields[at + 2] = x;
    fields[at + 3] = y;
    return count++;
  }

  private int merge(int one, int other) {
    if (one == other) {
      return one;
    }
    int kept = Math.min(one, other);
    int given = Math.max(one, other);
    parents[given] = kept;
    int to = kept * FIELDS;
    int from = given * FIELDS;
    fields[to] = Math.min(fields[to], fields[from]);
    fields[to + 1] = Math.min(fields[to + 1], fields[from + 1]);
    fields[to + 2] = Math.max(fields[to + 2], fields[from + 2]);
    fields[to + 3] = Math.max(fields[to + 3], fields[from + 3]);
    fields[to + 4] += fields[from + 4];
    return kept;
  }

  private int root(int label) {
    int root = label;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  private List<Blob> blobs() {
    List<Blob> blobs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (parents[i] == i) {
        int at = i * FIELDS;
        blobs.add(
            new Blob(fields[at], fields[at + 1], fields[at + 2], fields[at + 3], fields[at + 4]));
      }
    }
    return blobs;
  }
}
