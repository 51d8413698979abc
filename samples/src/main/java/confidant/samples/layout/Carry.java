package confidant.samples.layout;

import java.util.List;

/**
 * Lines that carry a sum over to the next page.
 *
 * @param outLabel at the foot of a page
 * @param inLabel at the head of the next
 * @param column of the sum
 * @param after the sum after each row
 */
public record Carry(String outLabel, String inLabel, int column, List<Cell> after) {

  public Carry {
    after = List.copyOf(after);
  }
}
