package confidant.ingest.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PagePieceTest {

  @Test
  void joinsPagesThatFollowEachOther() {
    List<PagePiece> pieces =
        List.of(
            PagePiece.whole(12),
            PagePiece.whole(5),
            new PagePiece(8, 2, 3),
            PagePiece.whole(4),
            PagePiece.whole(6),
            PagePiece.whole(1),
            PagePiece.whole(9));
    assertEquals("1, 4-6, 8 (2 of 3), 9, 12", PagePiece.label(pieces));
    assertEquals("", PagePiece.label(List.of()));
  }
}
