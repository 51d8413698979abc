package confidant.ingest.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LinearEquationsTest {

  @Test
  void findsTheUnknownsAlsoWhereAFirstCoefficientIsZero() {
    double[][] equations = {{0, 2, 1, 7}, {1, 1, 1, 6}, {2, -1, 3, 9}};
    double[] unknowns = new double[3];
    assertTrue(LinearEquations.solve(equations, unknowns));
    assertArrayEquals(new double[] {1, 2, 3}, unknowns, 1e-12);
  }

  @Test
  void equationsThatSayTheSameHaveNoSingleSolution() {
    double[] unknowns = {5, 5};
    assertFalse(LinearEquations.solve(new double[][] {{1, 2, 3}, {2, 4, 6}}, unknowns));
    assertArrayEquals(new double[] {5, 5}, unknowns);
  }
}
