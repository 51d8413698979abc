package confidant.engine.model;

import confidant.engine.kernel.Kernels;
import confidant.engine.kernel.Panel;
import confidant.engine.tensor.Matrix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Products of weight matrices with one input, on all threads, in one region. */
final class Linear {
  /** Rows per task of a product with a few tokens: enough for far rows to lie in other pages. */
  private static final int FEW_TASK_ROWS = 128;

  private static final int MIN_FEW_TASK_ROWS = 32;

  private final Kernels kernels;
  private final WideProduct wide;

  /**
   * One matrix and where its product goes: {@code y[t, r] (+)= sum over c of w[r, c] * x[t, c] +
   * bias[r]}.
   *
   * @param bias [rows], or null for none
   * @param y token-major, {@code w.rows()} per token
   * @param add whether to add to y or to overwrite it
   */
  record Product(Matrix w, float @Nullable [] bias, float[] y, boolean add) {}

  Linear(Kernels kernels) {
    this.kernels = kernels;
    this.wide = new WideProduct(kernels);
  }

  static int tasks(int rows, int step) {
    return (rows + step - 1) / step;
  }

  /** Rows per task for {@code rows} rows times a few tokens, so that every thread gets some. */
  static int fewTaskRows(int rows, int threads) {
    return Math.clamp(rows / (2 * threads), MIN_FEW_TASK_ROWS, FEW_TASK_ROWS);
  }

  /**
   * Multiplies.
   *
   * @param count tokens packed in {@code x}
   */
  void apply(Pass pass, Workspace ws, Activations x, int count, List<Product> products) {
    for (Product product : products) {
      if (!x.suits(product.w.type())) {
        throw new IllegalArgumentException("activations are packed for another type");
      }
    }
    if (Activations.isFew(count)) {
      few(pass, ws, x, count, products);
    } else {
      many(pass, ws, x, count, products);
    }
  }

  private void few(Pass pass, Workspace ws, Activations x, int count, List<Product> products) {
    int step = fewTaskRows(products.getFirst().w.rows(), pass.threads());
    Regions regions = new Regions(products, step, 1);
    pass.run(
        regions.total(),
        (task, worker) -> {
          Product product = products.get(regions.product(task));
          int from = regions.inProduct(task) * step;
          int to = Math.min(product.w.rows(), from + step);
          fewRows(product, from, to, x, count, ws.scratch(worker));
        });
  }

  private void fewRows(Product p, int from, int to, Activations x, int count, Scratch scratch) {
    int rows = to - from;
    float[] y = scratch.array(Scratch.Use.PRODUCT, count * rows);
    kernels.matVec(p.w, from, to, x.vectors(), 0, count, y, 0, rows);
    for (int t = 0; t < count; t++) {
      int out = t * p.w.rows() + from;
      for (int r = 0; r < rows; r++) {
        float value = y[t * rows + r] + (p.bias == null ? 0 : p.bias[from + r]);
        p.y[out + r] = p.add ? p.y[out + r] + value : value;
      }
    }
  }

  private void many(Pass pass, Workspace ws, Activations x, int count, List<Product> products) {
    int step = wide.taskRows();
    int stripes = tasks(count, WideProduct.COLUMNS);
    Regions regions = new Regions(products, step, stripes);
    pass.run(
        regions.total(),
        (task, worker) -> {
          Product product = products.get(regions.product(task));
          int column = regions.inProduct(task) % stripes * WideProduct.COLUMNS;
          int from = regions.inProduct(task) / stripes * step;
          int to = Math.min(product.w.rows(), from + step);
          int tokens = Math.min(WideProduct.COLUMNS, count - column);
          manyRows(product, from, to, x, column, tokens, ws.scratch(worker));
        });
  }

  private void manyRows(
      Product p, int from, int to, Activations x, int column, int tokens, Scratch scratch) {
    int columns = Panel.padded(tokens);
    float[] c = scratch.array(Scratch.Use.PRODUCT, wide.productSize(columns));
    wide.multiply(p.w, from, to, x, column, columns, c, scratch);
    for (int t = 0; t < tokens; t++) {
      int out = (column + t) * p.w.rows();
      for (int r = from; r < to; r++) {
        float value = c[(r - from) * columns + t] + (p.bias == null ? 0 : p.bias[r]);
        p.y[out + r] = p.add ? p.y[out + r] + value : value;
      }
    }
  }

  /** The tasks of several products, numbered through. */
  private static final class Regions {
    private final int[] first; // per product, and the total

    Regions(List<Product> products, int step, int stripes) {
      first = new int[products.size() + 1];
      for (int i = 0; i < products.size(); i++) {
        first[i + 1] = first[i] + tasks(products.get(i).w.rows(), step) * stripes;
      }
    }

    int total() {
      return first[first.length - 1];
    }

    int product(int task) {
      int product = 0;
      while (task >= first[product + 1]) {
        product++;
      }
      return product;
    }

    int inProduct(int task) {
      return task - first[product(task)];
    }
  }
}
