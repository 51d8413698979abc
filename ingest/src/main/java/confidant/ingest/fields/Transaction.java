package confidant.ingest.fields;

import confidant.ingest.document.Field;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A movement on an account.
 *
 * @param fields of it: date, text, amount, balance
 * @param amount what was moved, signed where {@code signed}
 * @param signed whether its sign is known
 * @param balance after it, if printed
 */
record Transaction(List<Field> fields, Field amount, boolean signed, Optional<Field> balance) {

  Transaction {
    fields = List.copyOf(fields);
  }

  BigDecimal value() {
    return Fields.number(amount);
  }

  Optional<BigDecimal> balanceValue() {
    return balance.map(Fields::number);
  }

  /** The same with its sign found. */
  Transaction withSign(boolean negative) {
    BigDecimal value = value().abs();
    Field signedAmount =
        Fields.as(amount, amount.name(), (negative ? value.negate() : value).toPlainString());
    return new Transaction(
        fields.stream().map(field -> field.equals(amount) ? signedAmount : field).toList(),
        signedAmount,
        true,
        balance);
  }
}
