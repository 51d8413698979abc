package confidant.ingest.flow.sheet;

import confidant.ingest.flow.FlowSink;
import confidant.ingest.flow.zip.Relations;
import confidant.ingest.flow.zip.XmlPart;
import confidant.ingest.flow.zip.ZipParts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads Excel workbooks (XLSX), a page per sheet; what is hidden is left out and said so. */
public final class ExcelReader {

  private final ZipParts zip;
  private final FlowSink sink;
  private final Relations relations;
  private final SharedTexts texts = new SharedTexts();
  private final ExcelStyles styles = new ExcelStyles();
  private final LeftOut leftOut = new LeftOut();
  private final List<Tab> tabs = new ArrayList<>();
  private final String main;
  private boolean from1904;

  /** A sheet as the workbook lists it. */
  private record Tab(String name, boolean hidden, String id) {}

  private ExcelReader(ZipParts zip, FlowSink sink) throws IOException {
    this.zip = zip;
    this.sink = sink;
    main =
        Relations.of(zip, "").targets("officeDocument").stream()
            .findFirst()
            .orElse("xl/workbook.xml");
    relations = Relations.of(zip, main);
  }

  /** Reads a workbook; see {@link confidant.ingest.flow.FlowSource}. */
  public static void read(byte[] bytes, Optional<String> password, FlowSink sink)
      throws IOException {
    new ExcelReader(ZipParts.of(bytes), sink).read();
  }

  private void read() throws IOException {
    try (XmlPart xml = XmlPart.open(zip, main)) {
      readWorkbook(xml);
    }
    for (String part : present("sharedStrings")) {
      try (XmlPart xml = XmlPart.open(zip, part)) {
        texts.read(xml);
      }
    }
    for (String part : present("styles")) {
      try (XmlPart xml = XmlPart.open(zip, part)) {
        styles.read(xml);
      }
    }
    CellFormats formats = new CellFormats(from1904);
    for (Tab tab : tabs) {
      String part = relations.target(tab.id()).filter(zip::contains).orElse("");
      if (tab.hidden()) {
        leftOut.sheet(tab.name());
      } else if (!part.isEmpty()) {
        try (XmlPart xml = XmlPart.open(zip, part)) {
          Sheet sheet = new ExcelSheet(texts, styles, formats, leftOut).read(xml);
          SheetTables.emit(tab.name(), sheet, sink);
        }
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

  private List<String> present(String type) {
    return relations.targets(type).stream().filter(zip::contains).toList();
  }
}
