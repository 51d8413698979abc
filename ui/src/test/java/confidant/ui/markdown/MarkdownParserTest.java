package confidant.ui.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownParserTest {
  private final MarkdownParser parser = new MarkdownParser();

  private static Span plain(String text) {
    return new Span(text, false, false, false);
  }

  @Test
  void readsHeadingsParagraphsAndRules() {
    assertEquals(
        List.of(
            new Block.Heading(2, List.of(plain("Payslip"))),
            new Block.Paragraph(0, false, List.of(plain("Two lines."))),
            new Block.Rule()),
        parser.parse("## Payslip\nTwo\nlines.\n\n---\n"));
  }

  @Test
  void readsStylesInsideALine() {
    Block.Paragraph paragraph =
        assertInstanceOf(
            Block.Paragraph.class, parser.parse("Net **1,234 *euro*** `x`").getFirst());
    assertEquals(
        List.of(
            plain("Net "),
            new Span("1,234 ", true, false, false),
            new Span("euro", true, true, false),
            plain(" "),
            new Span("x", false, false, true)),
        paragraph.spans());
  }

  @Test
  void keepsTheDepthAndTheNumbersOfLists() {
    assertEquals(
        List.of(
            new Block.Item(0, "3.", List.of(plain("three"))),
            new Block.Item(1, "•", List.of(plain("inner"))),
            new Block.Item(0, "4.", List.of(plain("four")))),
        parser.parse("3. three\n   - inner\n4. four\n"));
  }

  @Test
  void keepsTheSpacesOfCode() {
    assertEquals(List.of(new Block.Code(0, "a\n  b")), parser.parse("```\na\n  b\n```\n"));
  }

  @Test
  void readsTablesRowByRow() {
    Block.Table table =
        assertInstanceOf(
            Block.Table.class, parser.parse("| A | B |\n|---|--:|\n| 1 | 2 |\n").getFirst());
    assertEquals(
        List.of(
            List.of(List.of(plain("A")), List.of(plain("B"))),
            List.of(List.of(plain("1")), List.of(plain("2")))),
        table.rows());
  }

  @Test
  void leavesOnlyTheWordsOfLinksAndPictures() {
    assertEquals(
        List.of(new Block.Paragraph(0, false, List.of(plain("see here and chart")))),
        parser.parse("see [here](https://example.org) and ![chart](c.png)"));
  }

  @Test
  void showsHtmlAsItIs() {
    assertEquals(
        List.of(new Block.Paragraph(0, false, List.of(plain("a <b>bold</b> word")))),
        parser.parse("a <b>bold</b> word"));
  }

  @Test
  void showsWhatAStreamHasNotEndedYet() {
    assertEquals(
        List.of(new Block.Paragraph(0, false, List.of(plain("a **begi")))),
        parser.parse("a **begi"));
    assertEquals(List.of(), parser.parse(""));
  }

  @Test
  void survivesDeepNesting() {
    assertEquals(1, parser.parse(">".repeat(20_000) + " deep").size());
    parser.parse("*a ".repeat(20_000));
    parser.parse("[".repeat(20_000));
  }
}
