package confidant.ingest.flow.sheet;

import confidant.ingest.flow.FlowSink;
import confidant.ingest.flow.zip.OfficePackage;
import confidant.ingest.flow.zip.XmlPart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads Excel workbooks (XLSX), a page per sheet; what is hidden is left out and said so. */
public final class ExcelReader {

  private final OfficePackage office;
  private final FlowSink sink;
  private final SharedTexts texts = new SharedTexts();
  private final ExcelStyles styles = new ExcelStyles();
  private final LeftOut leftOut = new LeftOut();
  private final List<Tab> tabs = new ArrayList<>();
  private boolean from1904;

  /** A sheet as the workbook lists it. */
  private record Tab(String name, boolean hidden, String id) {}

  private ExcelReader(OfficePackage office, FlowSink sink) {
    this.office = office;
    this.sink = sink;
  }

  /** Reads a workbook; see {@link confidant.ingest.flow.FlowSource}. */
  public static void read(byte[] bytes, Optional<String> password, FlowSink sink)
      throws IOException {
    new ExcelReader(OfficePackage.of(bytes, "xl/workbook.xml"), sink).read();
  }

  private void read() throws IOException {
    office.readMain(this::readWorkbook);
    office.readAll("sharedStrings", texts::read);
    office.readAll("styles", styles::read);
    CellFormats formats = new CellFormats(from1904);
    for (Tab tab : tabs) {
      if (tab.hidden()) {
        leftOut.sheet(tab.name());
      } else {
        office.readTarget(
            tab.id(),
            xml -> {
              Sheet sheet = new ExcelSheet(texts, styles, formats, leftOut).read(xml);
              SheetTables.emit(tab.name(), sheet, sink);
            });
      }
    }
    leftOut.tell(sink);
  }

  private void readWorkbook(XmlPart xml) throws IOException {
    while (xml.next()) {
      if (xml.isStart("workbookPr")) {
        from1904 = xml.isSet("date1904");
      } else if (xml.isStart("sheet")) {
        String state = xml.attribute("state");
        boolean hidden = state.equals("hidden") || state.equals("veryHidden");
        tabs.add(new Tab(xml.attribute("name"), hidden, xml.attribute("id")));
      }
    }
  }
}
