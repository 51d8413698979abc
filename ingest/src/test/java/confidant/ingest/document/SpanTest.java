package confidant.ingest.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpanTest {

  private static final List<Span> SPANS =
      List.of(
          new Span(0, 3, new BoundingBox(10, 0, 30, 10)),
          new Span(4, 8, new BoundingBox(50, 2, 40, 10)));

  @Test
  void aPartHasTheBoxOfItsSpans() {
    assertEquals(Optional.of(new BoundingBox(10, 0, 80, 12)), Span.box(SPANS, 0, 8));
    assertEquals(Optional.of(new BoundingBox(50, 2, 40, 10)), Span.box(SPANS, 3, 8));
    assertEquals(Optional.empty(), Span.box(SPANS, 3, 4));
  }

  @Test
  void aSpanIsDividedEvenly() {
    assertEquals(Optional.of(new BoundingBox(60, 2, 20, 10)), Span.box(SPANS, 5, 7));
    assertEquals(
        List.of(
            new Span(0, 1, new BoundingBox(30, 0, 10, 10)),
            new Span(2, 3, new BoundingBox(50, 2, 10, 10))),
        Span.within(SPANS, 2, 5));
  }

  @Test
  void whatReplacesAPartStandsWhereThatStood() {
    assertEquals(
        List.of(
            new Span(0, 1, new BoundingBox(10, 0, 30, 10)),
            new Span(2, 6, new BoundingBox(50, 2, 40, 10))),
        Span.replaced(SPANS, 0, 3, 1));
  }
}
