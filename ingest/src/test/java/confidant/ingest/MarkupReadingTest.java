package confidant.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Web pages, rich text and OpenDocument texts, with exactly what must come out. */
class MarkupReadingTest {

  @TempDir private Path folder;

  @Test
  void leavesOutWhatIsNotSeenOnAPage() throws IOException {
    assertEquals(
        page("Total 45.00"),
        html(
            """
            <title>T</title><style>p{color:red}</style><script>var a = 77;</script>
            <p hidden>1</p><div style="Display: none">2</div><template>3</template>
            <input type="hidden" value="4"><p>Total <b>45.00</b></p>
            """));
  }

  @Test
  void headingsOverSeveralColumnsNameEachOfThem() throws IOException {
    assertEquals(
        page(
            """
            | Item | Amount Net | Amount Gross |
            | --- | --- | --- |
            | Rent | 100 | 119 |
            | Water | 10 | 11 |\
            """),
        html(
            """
            <table><thead><tr><th rowspan=2>Item</th><th colspan=2>Amount</th></tr>
            <tr><th>Net</th><th>Gross</th></tr></thead>
            <tbody><tr><td>Rent</td><td>100</td><td>119</td></tr>
            <tr><td>Water<td>10<td>11</table>
            """));
  }

  @Test
  void tablesThatLayOutAPageAreNoTables() throws IOException {
    assertEquals(
        page("Hello Zoë\n\nBooking: 77\nTotal: € 45.00\n\nBye"),
        html(
            """
            <table><tr><td><h1>Hello Zo&euml;</h1></td></tr><tr><td>
            <table><tr><td>Booking</td><td>77</td></tr><tr><td>Total</td><td>&euro;&nbsp;45.00</td></tr>
            </table></td></tr><tr><td>Bye</td></tr></table>
            """));
  }

  @Test
  void showsFormsAsLabelsAndValues() throws IOException {
    assertEquals(
        page("Name: Zoë\n\nLand: Malta\n\n\u2612 Insured\n\nIBAN: DE12\nBank: Acme"),
        html(
            """
            <form><div><label>Name</label> <input value="Zo&euml;"></div>
            <div><label>Land:</label><select><option>Chad<option selected>Malta</select></div>
            <div><input type=checkbox checked><label>Insured</label></div></form>
            <table><tr><td>IBAN</td><td>DE12</td></tr><tr><td>Bank</td><td>Acme</td></tr></table>
            """));
  }

  @Test
  void showsListsAndTerms() throws IOException {
    assertEquals(
        page("- a\n  1. b\n  2. c\n- d\n\nDose: 5 mg"),
        html("<ul><li>a<ol><li>b<li>c</ol><li><p>d</p></ul><dl><dt>Dose<dd>5 mg</dl>"));
  }

  @Test
  void keepsLabelsAndFiguresSideBySideApart() throws IOException {
    assertEquals(page("Total 45.00 and X2"), html("<p><i>Total</i><i>45.00</i> and X2</p>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "ISO-8859-15"})
  void heedsTheEncodingThatAPageNames(String encoding) throws IOException {
    String html = "<html><head><meta charset=\"" + encoding + "\"></head><p>Größe 5 €</p></html>";
    assertEquals(
        page("Größe 5 €"),
        Reading.markdown(folder, "page.html", html.getBytes(Charset.forName(encoding))));
  }

  @Test
  void findsTheEncodingThatAPageDoesNotName() throws IOException {
    byte[] html = "<html><p>Größe 5 €</p></html>".getBytes(Charset.forName("windows-1252"));
    assertEquals(page("Größe 5 €"), Reading.markdown(folder, "page.html", html));
  }

  @Test
  void readsRichText() throws IOException {
    assertEquals(
        """
        <!-- page 1 -->

        Grüße \u2013 5 €

        | Item | Net | Gross |
        | --- | --- | --- |
        | Rent | 100 | 119 |

        <!-- page 2 -->

        End
        """,
        rtf(
            """
            {\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0\\fcharset0 Arial;}}{\\*\\generator X 9;}
            {\\info{\\author Nobody 8}}\\pard Gr\\'fc\\'dfe \\u8211- 5 \\'80\\par
            \\trowd\\cellx1\\cellx2\\cellx3\\pard\\intbl\\b Item\\cell Net\\cell Gross\\b0\\cell\\row
            \\trowd\\cellx1\\cellx2\\cellx3\\pard\\intbl Rent\\cell 100\\cell 119\\cell\\row
            \\pard\\page End{\\v 7}{\\pict 0123}\\par}
            """));
  }

  @Test
  void decodesRichTextByItsFonts() throws IOException {
    assertEquals(
        page("Итого 5"),
        rtf(
            "{\\r"
                + "tf1\\ansi{\\fonttbl{\\f0\\fcharset204 Arial;}}\\f0 \\'c8\\'f2\\'ee\\'e3\\'ee"
                + " 5\\par}"));
  }

  @Test
  void readsOpenDocumentTexts() throws IOException {
    String styles =
        "<style:style style:name=\"P1\"><style:paragraph-properties fo:break-before=\"page\"/>"
            + "</style:style>";
    String body =
        """
        <text:tracked-changes><text:p>old 9</text:p></text:tracked-changes>
        <text:h>Letter</text:h><text:p>a<text:s text:c="2"/>b<text:tab/>c</text:p>
        <text:list><text:list-item><text:p>one</text:p></text:list-item></text:list>
        <table:table><table:table-header-rows><table:table-row>
        <table:table-cell><text:p>Item</text:p></table:table-cell>
        <table:table-cell table:number-columns-spanned="2"><text:p>Amount</text:p></table:table-cell>
        <table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row>
        <table:table-cell><text:p>Rent</text:p></table:table-cell>
        <table:table-cell><text:p>100</text:p></table:table-cell>
        <table:table-cell><text:p>119</text:p></table:table-cell></table:table-row></table:table>
        <text:p text:style-name="P1">Next</text:p>
        """;
    assertEquals(
        """
        <!-- page 1 -->

        Letter

        a  b  c

        - one

        | Item | Amount | Amount |
        | --- | --- | --- |
        | Rent | 100 | 119 |

        <!-- page 2 -->

        Next
        """,
        Reading.markdown(folder, "letter.odt", OfficeFiles.open("text", styles, body)));
  }

  @Test
  void aPageNeverShowsItsMarkup() throws IOException {
    assertFalse(html("<p>a<!-- page 9 --><br>b</p>").contains("page 9"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void everyNumberOfAPageIsReadExactlyOnce(long seed) throws IOException {
    String page = new RandomPage(seed).html();
    assertEquals(numbers(Jsoup.parse(page).text()), numbers(html(page)), page);
  }

  private static List<String> numbers(String text) {
    return Pattern.compile("\\d{3,}")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .sorted()
        .toList();
  }

  private String html(String html) throws IOException {
    return Reading.markdown(folder, "page.html", "<!DOCTYPE html>" + html);
  }

  private String rtf(String rtf) throws IOException {
    return Reading.markdown(folder, "letter.rtf", rtf);
  }

  private static String page(String text) {
    return "<!-- page 1 -->\n\n" + text + "\n";
  }
}
