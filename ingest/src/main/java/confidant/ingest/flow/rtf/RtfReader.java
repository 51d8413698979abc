package confidant.ingest.flow.rtf;

import confidant.ingest.extract.LimitExceededException;
import confidant.ingest.flow.FlowLimits;
import confidant.ingest.flow.FlowSink;
import confidant.ingest.flow.rtf.RtfToken.Close;
import confidant.ingest.flow.rtf.RtfToken.Control;
import confidant.ingest.flow.rtf.RtfToken.End;
import confidant.ingest.flow.rtf.RtfToken.Open;
import confidant.ingest.flow.rtf.RtfToken.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads rich text (RTF): paragraphs, tables, pages; pictures, styles and objects are passed over.
 */
public final class RtfReader {

  /** Groups that hold nothing for people to read. */
  private static final Set<String> PASSED_OVER =
      Set.of(
          "colortbl",
          "stylesheet",
          "info",
          "pict",
          "sp",
          "shprslt",
          "nonesttables",
          "fldinst",
          "themedata",
          "colorschememapping",
          "latentstyles",
          "datastore",
          "generator",
          "listtable",
          "listoverridetable",
          "rsidtbl",
          "xmlnstbl",
          "mmathPr",
          "pgdsctbl",
          "revtbl",
          "filetbl",
          "nonshppict",
          "bkmkstart",
          "bkmkend",
          "atnid",
          "atnauthor",
          "annotation",
          "atnref",
          "template",
          "operator",
          "do",
          "objdata",
          "panose",
          "falt",
          "xe",
          "tc",
          "rxe",
          "ftnsep",
          "ftnsepc",
          "aftnsep",
          "aftnsepc");

  /** Groups marked as ones that a reader may ignore, which hold text all the same. */
  private static final Set<String> STARRED_BUT_READ =
      Set.of("shptxt", "shpinst", "listtext", "pntext", "fldrslt", "nesttableprops");

  private final RtfLexer lexer;
  private final FlowSink sink;
  private final Deque<RtfState> states = new ArrayDeque<>();
  private final Map<Integer, Charset> fonts = new HashMap<>();
  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private final RtfRows table = new RtfRows();
  private RtfState state;
  private Charset page = RtfCharsets.ofPage(1252);
  private int toSkip;
  private int font = -1;
  private boolean inFonts;
  private boolean anyPlain;

  private RtfReader(byte[] bytes, FlowSink sink) {
    lexer = new RtfLexer(bytes);
    this.sink = sink;
    state = new RtfState(page);
  }

  /** Reads rich text; see {@link confidant.ingest.flow.FlowSource}. */
  public static void read(byte[] bytes, Optional<String> password, FlowSink sink)
      throws IOException {
    new RtfReader(bytes, sink).read();
  }

  private void read() throws IOException {
    boolean ignorable = false;
    for (RtfToken token = lexer.next(); !(token instanceof End); token = lexer.next()) {
      switch (token) {
        case Open _ -> open();
        case Close _ -> close();
        case Text(var value) -> append(value);
        case Control control when control.word().equals("*") -> {
          ignorable = true;
          continue;
        }
        case Control control -> {
          boolean unknown = ignorable && !STARRED_BUT_READ.contains(control.word());
          if (unknown || PASSED_OVER.contains(control.word())) {
            lexer.skipGroup();
          } else {
            flushBytes();
            control(control);
          }
        }
        case End _ -> throw new IOException("past the end");
      }
      ignorable = false;
    }
    endParagraph();
  }

  private void open() {
    flushBytes();
    states.push(state);
    if (states.size() > FlowLimits.NESTING) {
      throw new LimitExceededException("groups lie too deep in each other");
    }
    state = state.copy();
  }

  private void close() {
    flushBytes();
    if (!states.isEmpty()) {
      state = states.pop();
    }
    inFonts &= states.size() > 1;
    toSkip = 0;
  }

  private void append(byte value) {
    if (toSkip > 0) {
      toSkip--;
    } else if (!state.hidden && !inFonts) {
      pending.write(value);
    }
  }

  /** Bytes of several may form one character, so they are decoded together. */
  private void flushBytes() {
    if (pending.size() > 0) {
      add(pending.toString(state.charset));
      pending.reset();
    }
  }

  private void add(String more) {
    if (!state.hidden && !inFonts) {
      text.append(more);
      anyPlain |= !state.bold && !more.isBlank();
    }
  }

  private void control(Control control) {
    switch (control.word()) {
      case "par", "sect" -> endLine();
      case "line", "lbr" -> add("\n");
      case "page" -> endPage();
      case "cell", "nestcell" -> endCell();
      case "row", "nestrow" -> table.endRow();
      case "trowd" -> table.startDefinition();
      case "trhdr" -> table.markHeading();
      case "clmrg" -> table.markMerged();
      case "cellx" -> table.endDefinition();
      case "pard" -> state.inTable = false;
      case "intbl" -> state.inTable = true;
      case "plain" -> {
        state.bold = false;
        state.hidden = false;
      }
      case "b" -> state.bold = control.isOn();
      case "v", "deleted" -> state.hidden = control.isOn();
      default -> character(control);
    }
  }

  private void character(Control control) {
    switch (control.word()) {
      case "tab" -> add("\t");
      case "~", "emspace", "enspace", "qmspace" -> add(" ");
      case "_" -> add("-");
      case "bullet" -> add("\u2022");
      case "endash" -> add("\u2013");
      case "emdash" -> add("\u2014");
      case "lquote" -> add("\u2018");
      case "rquote" -> add("\u2019");
      case "ldblquote" -> add("\u201C");
      case "rdblquote" -> add("\u201D");
      case "u" -> {
        add(String.valueOf((char) control.parameter()));
        toSkip = state.fallbacks;
      }
      default -> encoding(control);
    }
  }

  private void encoding(Control control) {
    int number = control.parameter();
    switch (control.word()) {
      case "uc" -> state.fallbacks = Math.clamp(number, 0, 16);
      case "ansicpg" -> {
        page = RtfCharsets.ofPage(number);
        state.charset = page;
      }
      case "fonttbl" -> inFonts = true;
      case "f" -> {
        font = number;
        state.charset = inFonts ? state.charset : fonts.getOrDefault(number, page);
      }
      case "fcharset" -> {
        if (inFonts) {
          fonts.put(font, RtfCharsets.ofFont(number, page));
        }
      }
      default -> {
        // Looks say nothing here.
      }
    }
  }

  private void endLine() {
    if (state.inTable || table.isOpen()) {
      add("\n");
    } else {
      endParagraph();
    }
  }

  private void endParagraph() {
    flushBytes();
    table.flush(sink);
    if (!text.toString().isBlank()) {
      sink.paragraph(text.toString());
    }
    startText();
  }

  private void endPage() {
    if (!state.inTable) {
      endParagraph();
      sink.pageBreak();
    }
  }

  private void endCell() {
    table.endCell(text.toString(), !anyPlain);
    startText();
  }

  private void startText() {
    text.setLength(0);
    anyPlain = false;
  }
}
