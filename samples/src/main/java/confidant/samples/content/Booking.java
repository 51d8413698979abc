package confidant.samples.content;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A line of a bank statement.
 *
 * @param valued the day from which it counts
 * @param text its words, in one or several lines
 * @param amount negative if the money goes
 * @param balance after it
 */
public record Booking(
    LocalDate booked, LocalDate valued, String text, BigDecimal amount, BigDecimal balance) {}
