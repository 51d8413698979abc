package confidant.ingest.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import confidant.ingest.ReadResult;
import confidant.ingest.document.Block;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Span;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records as JSON objects, their components as properties of the same names. Where an interface
 * stands for several records, the property {@code type} tells which. Spans are arrays.
 */
public final class DocumentMapper {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addMixIn(Block.class, BlockTypes.class)
          .addMixIn(ReadResult.class, ResultTypes.class)
          .addMixIn(Span.class, Places.class)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private DocumentMapper() {}

  /** The one that knows all records of documents. Thread-safe. */
  public static JsonMapper get() {
    return MAPPER;
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
    @JsonSubTypes.Type(value = Block.Table.class, name = "table")
  })
  private interface BlockTypes {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = ReadResult.Read.class, name = "read"),
    @JsonSubTypes.Type(value = ReadResult.Refused.class, name = "refused")
  })
  private interface ResultTypes {}

  /** Spans are many, so they are arrays: start, end, and left, top, width and height of the box. */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  interface Places {
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    BoundingBox box();
  }
}
