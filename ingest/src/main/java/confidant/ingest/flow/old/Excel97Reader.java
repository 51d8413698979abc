package confidant.ingest.flow.old;

import confidant.ingest.extract.LimitExceededException;
import confidant.ingest.flow.FlowCell.Emphasis;
import confidant.ingest.flow.FlowSink;
import confidant.ingest.flow.sheet.CellFormats;
import confidant.ingest.flow.sheet.LeftOut;
import confidant.ingest.flow.sheet.Sheet;
import confidant.ingest.flow.sheet.SheetTables;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;

/** Reads workbooks of Excel 97 to 2003 (XLS) as newer ones are read. */
public final class Excel97Reader {

  /** The library holds many times a workbook's bytes in memory. */
  private static final int MAX_BYTES = 16 << 20;

  private final HSSFWorkbook book;
  private final CellFormats formats;
  private final LeftOut leftOut = new LeftOut();

  private Excel97Reader(HSSFWorkbook book) {
    this.book = book;
    formats = new CellFormats(book.getInternalWorkbook().isUsing1904DateWindowing());
  }

  /** Reads a workbook; see {@link confidant.ingest.flow.FlowSource}. */
  public static void read(byte[] bytes, Optional<String> password, FlowSink sink)
      throws IOException {
    if (bytes.length > MAX_BYTES) {
      throw new LimitExceededException("an old workbook of too many bytes");
    }
    try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes));
        HSSFWorkbook book = OldPassword.with(password, () -> new HSSFWorkbook(files))) {
      new Excel97Reader(book).read(sink);
    }
  }

  private void read(FlowSink sink) {
    for (int i = 0; i < book.getNumberOfSheets(); i++) {
      if (book.isSheetHidden(i) || book.isSheetVeryHidden(i)) {
        leftOut.sheet(book.getSheetName(i));
      } else {
        SheetTables.emit(book.getSheetName(i), sheet(book.getSheetAt(i)), sink);
      }
    }
    leftOut.tell(sink);
  }

  private Sheet sheet(HSSFSheet source) {
    Sheet sheet = new Sheet();
    Set<Integer> hiddenColumns = new HashSet<>();
    for (Row row : source) {
      boolean filled = false;
      for (Cell cell : row) {
        String text = text(cell, cell.getCellType());
        if (text.isBlank()) {
          continue;
        }
        filled = true;
        if (source.isColumnHidden(cell.getColumnIndex())) {
          hiddenColumns.add(cell.getColumnIndex());
        } else if (!row.getZeroHeight()) {
          sheet.put(row.getRowNum(), cell.getColumnIndex(), text, emphasis(cell));
        }
      }
      leftOut.rows(filled && row.getZeroHeight() ? 1 : 0);
    }
    source
        .getMergedRegions()
        .forEach(
            range ->
                sheet.merge(
                    range.getFirstRow(),
                    range.getFirstColumn(),
                    range.getLastRow() - range.getFirstRow() + 1,
                    range.getLastColumn() - range.getFirstColumn() + 1));
    leftOut.columns(hiddenColumns.size());
    return sheet;
  }

  /** What a cell shows; of a formula its last result. */
  private String text(Cell cell, CellType type) {
    return switch (type) {
      case NUMERIC ->
          formats.text(
              cell.getNumericCellValue(),
              cell.getCellStyle().getDataFormat(),
              String.valueOf(cell.getCellStyle().getDataFormatString()));
      case STRING -> cell.getStringCellValue();
      case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
      case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
      case FORMULA -> text(cell, cell.getCachedFormulaResultType());
      case BLANK, _NONE -> "";
    };
  }

  private Emphasis emphasis(Cell cell) {
    boolean bold =
        cell.getCellStyle() instanceof HSSFCellStyle style && style.getFont(book).getBold();
    return bold ? Emphasis.BOLD : Emphasis.NONE;
  }
}
