package confidant.ingest.fields;

import confidant.ingest.document.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Movements and the balances between them: each balance is the one before plus what moved since.
 *
 * @param transactions as they stand on the paper
 * @param newestFirst whether time runs upwards
 * @param links between neighbouring balances, in the order of time
 * @param closing the balance after the last movement, if every link holds
 */
record Chain(
    List<Transaction> transactions,
    boolean newestFirst,
    List<Link> links,
    Optional<Field> closing) {

  Chain {
    transactions = List.copyOf(transactions);
    links = List.copyOf(links);
  }

  /**
   * From one printed balance to the next.
   *
   * @param moved the amounts between them
   */
  record Link(Field before, List<Field> moved, Field after) {

    Link {
      moved = List.copyOf(moved);
    }

    List<BigDecimal> terms() {
      return moved.stream().map(Fields::number).toList();
    }

    BigDecimal expected() {
      return Fields.number(before).add(Sums.of(terms()));
    }

    boolean holds() {
      return expected().compareTo(Fields.number(after)) == 0;
    }
  }

  /** The chain of {@code read}; signs that the paper does not print are taken from balances. */
  static Chain of(List<Transaction> read, Optional<Field> opening) {
    Chain down = inOrder(read, opening, false);
    if (!down.links.isEmpty() && down.links.stream().allMatch(Link::holds)) {
      return down;
    }
    Chain up = inOrder(read.reversed(), opening, true);
    return up.held() > down.held() ? up : down;
  }

  private long held() {
    return links.stream().filter(Link::holds).count();
  }

  private static Chain inOrder(
      List<Transaction> ordered, Optional<Field> opening, boolean newestFirst) {
    List<Transaction> signed = withSigns(ordered, opening);
    List<Link> links = new ArrayList<>();
    List<Field> moved = new ArrayList<>();
    Optional<Field> before = opening;
    boolean sure = true;
    for (Transaction transaction : signed) {
      moved.add(transaction.amount());
      sure &= transaction.signed();
      if (transaction.balance().isPresent()) {
        Field after = transaction.balance().get();
        if (before.isPresent() && sure) {
          links.add(new Link(before.get(), moved, after));
        }
        before = Optional.of(after);
        moved.clear();
        sure = true;
      }
    }
    boolean ends = !signed.isEmpty() && signed.getLast().balance().isPresent();
    boolean whole = ends && !links.isEmpty() && links.stream().allMatch(Link::holds);
    return new Chain(
        newestFirst ? signed.reversed() : signed,
        newestFirst,
        links,
        whole ? before : Optional.empty());
  }

  /**
   * An amount without a sign moved the balance up or down; where the paper prints no sign at all
   * and the balances on both sides are there, they say which.
   */
  private static List<Transaction> withSigns(List<Transaction> ordered, Optional<Field> opening) {
    boolean printed = ordered.stream().anyMatch(Transaction::signed);
    List<Transaction> signed = new ArrayList<>();
    Optional<BigDecimal> before = opening.map(Fields::number);
    for (Transaction transaction : ordered) {
      Optional<BigDecimal> after = transaction.balanceValue();
      if (printed) {
        // A paper that marks some amounts leaves the others positive.
        signed.add(transaction.signed() ? transaction : transaction.withSign(false));
      } else {
        signed.add(withSign(transaction, before, after));
      }
      before = after;
    }
    return List.copyOf(signed);
  }

  private static Transaction withSign(
      Transaction transaction, Optional<BigDecimal> before, Optional<BigDecimal> after) {
    if (before.isEmpty() || after.isEmpty()) {
      return transaction;
    }
    BigDecimal change = after.get().subtract(before.get());
    boolean fits = change.abs().compareTo(transaction.value().abs()) == 0;
    return fits ? transaction.withSign(change.signum() < 0) : transaction;
  }
}
