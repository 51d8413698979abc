package confidant.demo.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GemmTest {
  private final Random random = new Random(4);
  private final Gemm gemm = new Gemm();

  private Matrix matrix(int rows, int columns) {
    int stride = columns + 3;
    float[] values = new float[5 + rows * stride];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return new Matrix(values, 5, rows, columns, stride);
  }

  private static float at(Matrix matrix, int row, int column) {
    return matrix.values()[matrix.at() + row * matrix.stride() + column];
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "3, 5, 2",
    "4, 64, 128",
    "6, 70, 129",
    "37, 130, 300",
    "517, 65, 17",
    "8, 1100, 40"
  })
  void productsOfAnySizeEqualTheDefinition(int rows, int columns, int depth) {
    Matrix a = matrix(rows, depth);
    Matrix b = matrix(depth, columns);
    Matrix turnedA = matrix(depth, rows);
    Matrix turnedB = matrix(columns, depth);
    Matrix plain = matrix(rows, columns);
    Matrix turned = matrix(rows, columns);
    Matrix sum = matrix(rows, columns);
    float[] before = sum.values().clone();
    gemm.multiply(a, b, plain);
    gemm.multiplyTransposed(a, turnedB, turned);
    gemm.addTransposedProduct(turnedA, b, sum);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        double first = 0;
        double second = 0;
        double third = before[sum.at() + i * sum.stride() + j];
        for (int k = 0; k < depth; k++) {
          first += (double) at(a, i, k) * at(b, k, j);
          second += (double) at(a, i, k) * at(turnedB, j, k);
          third += (double) at(turnedA, k, i) * at(b, k, j);
        }
        assertEquals(first, at(plain, i, j), 1e-4);
        assertEquals(second, at(turned, i, j), 1e-4);
        assertEquals(third, at(sum, i, j), 1e-4);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"6, 70, 129"})
  void whatLiesBesideTheResultIsLeftAlone(int rows, int columns, int depth) {
    Matrix c = matrix(rows, columns);
    float[] before = c.values().clone();
    gemm.multiply(matrix(rows, depth), matrix(depth, columns), c);
    for (int row = 0; row < rows; row++) {
      for (int gap = columns; gap < c.stride(); gap++) {
        int at = c.at() + row * c.stride() + gap;
        assertEquals(before[at], c.values()[at]);
      }
    }
  }
}
