package confidant.ingest.flow.zip;

import confidant.ingest.extract.LimitExceededException;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks through an XML part from front to end. Names are local ones, without prefix, since the same
 * element has other namespaces in the strict and the transitional form of a format.
 *
 * <p>Document types and so entities of a part's own are refused, nothing outside is ever fetched.
 */
public final class XmlPart implements AutoCloseable {

  private static final XMLInputFactory FACTORY = factory();

  /** Starts, ends and texts of one part; a sheet of as many cells as are read has fewer. */
  private static final int MAX_STEPS = 6_000_000;

  private final InputStream in;
  private final XMLStreamReader reader;
  private int steps;

  private XmlPart(InputStream in, XMLStreamReader reader) {
    this.in = in;
    this.reader = reader;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  /** Opens a part of {@code zip}. */
  public static XmlPart open(ZipParts zip, String name) throws IOException {
    InputStream in = zip.open(name);
    try {
      synchronized (FACTORY) {
        return new XmlPart(in, FACTORY.createXMLStreamReader(XmlDecoder.decode(in)));
      }
    } catch (XMLStreamException e) {
      in.close();
      throw malformed(e);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** Goes to the next start or end of an element or piece of text; false at the end of the part. */
  public boolean next() throws IOException {
    if (++steps > MAX_STEPS) {
      throw new LimitExceededException("a part has too many elements");
    }
    try {
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT,
              XMLStreamConstants.END_ELEMENT,
              XMLStreamConstants.CHARACTERS,
              XMLStreamConstants.CDATA -> {
            return true;
          }
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
              throw new LimitExceededException("a part defines entities of its own");
          default -> {
            // Comments and blanks between elements say nothing.
          }
        }
      }
      return false;
    } catch (XMLStreamException e) {
      throw malformed(e);
    }
  }

  public boolean isStart() {
    return reader.isStartElement();
  }

  /** Whether an element of this name begins here. */
  public boolean isStart(String name) {
    return reader.isStartElement() && reader.getLocalName().equals(name);
  }

  /** Whether an element of this name ends here. */
  public boolean isEnd(String name) {
    return reader.isEndElement() && reader.getLocalName().equals(name);
  }

  public boolean isText() {
    return reader.isCharacters();
  }

  /** The local name of the element that begins or ends here. */
  public String name() {
    return reader.getLocalName();
  }

  /** The text here. */
  public String text() {
    return reader.getText();
  }

  /** An attribute of the element that begins here; empty if it has none of that name. */
  public String attribute(String name) {
    String value = reader.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  /** A whole number that an attribute gives. */
  public int attribute(String name, int otherwise) {
    try {
      return Integer.parseInt(attribute(name));
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** Whether an attribute says yes. */
  public boolean isSet(String name) {
    String value = attribute(name);
    return value.equals("1") || value.equals("true") || value.equals("on");
  }

  /** Goes to the end of the element that begins here. */
  public void skip() throws IOException {
    int depth = 1;
    while (depth > 0 && next()) {
      if (reader.isStartElement()) {
        depth++;
      } else if (reader.isEndElement()) {
        depth--;
      }
    }
  }

  /** All text up to the end of the element that begins here. */
  public String content() throws IOException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    while (depth > 0 && next()) {
      if (reader.isStartElement()) {
        depth++;
      } else if (reader.isEndElement()) {
        depth--;
      } else {
        text.append(reader.getText());
      }
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    try {
      reader.close();
    } catch (XMLStreamException e) {
      throw malformed(e);
    } finally {
      in.close();
    }
  }

  private static IOException malformed(XMLStreamException e) {
    // The parser hides what the stream below it says.
    return e.getNestedException() instanceof IOException cause
        ? cause
        : new IOException("malformed XML", e);
  }
}
