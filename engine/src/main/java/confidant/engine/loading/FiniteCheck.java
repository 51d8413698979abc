package confidant.engine.loading;

import confidant.engine.format.LittleEndian;
import confidant.engine.format.StoredTensor;
import confidant.engine.tensor.DType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/**
 * Walks a tensor piece by piece and finds the first impossible number of each piece: NaN, infinity,
 * or an MXFP4 scale byte of 255, which the format's specification calls NaN.
 */
final class FiniteCheck {
  /** Large enough to stream, small enough to report progress. */
  private static final long PIECE_BYTES = 16 << 20;

  /** Reading one byte of each page is reading the page. */
  private static final int PAGE_BYTES = 4096;

  private static final byte NAN_SCALE = (byte) 0xFF;
  private static final int F16_EXPONENT = 0x7C00;
  private static final int BF16_EXPONENT = 0x7F80;
  private static final int F32_EXPONENT = 0x7F80_0000;
  private static final long NONE = -1;

  private final StoredTensor tensor;
  private final MemorySegment data;
  private final int blockBytes;
  private final int blockElements;
  private long position;

  FiniteCheck(StoredTensor tensor) {
    this.tensor = tensor;
    this.data = tensor.data();
    this.blockBytes = tensor.type().map(DType::blockBytes).orElse(1);
    this.blockElements = tensor.type().map(DType::blockElements).orElse(1);
  }

  boolean hasNext() {
    return position < data.byteSize();
  }

  /** Bytes checked. */
  long position() {
    return position;
  }

  /** Checks the next piece; the sentence about its first fault. */
  Optional<String> next() {
    long start = position;
    position = Math.min(data.byteSize(), start + PIECE_BYTES / blockBytes * blockBytes);
    long fault = firstFault(start, position);
    return fault == NONE ? Optional.empty() : Optional.of(sentence(fault / blockBytes));
  }

  private long firstFault(long start, long end) {
    if (tensor.type().isEmpty()) {
      return Mxfp4Tensors.isScales(tensor) ? nanScale(start, end) : touch(start, end);
    }
    return switch (tensor.type().get()) {
      case F32 -> nonFinite32(start, end);
      case F16, Q8_0 -> nonFinite16(start, end, F16_EXPONENT);
      case BF16 -> nonFinite16(start, end, BF16_EXPONENT);
      case MXFP4_GGML, MXFP4_OLLAMA, MXFP4_SPLIT -> nanScale(start, end);
    };
  }

  private long nonFinite32(long start, long end) {
    for (long at = start; at < end; at += blockBytes) {
      if ((data.get(LittleEndian.INT, at) & F32_EXPONENT) == F32_EXPONENT) {
        return at;
      }
    }
    return NONE;
  }

  private long nonFinite16(long start, long end, int exponent) {
    for (long at = start; at < end; at += blockBytes) {
      if ((data.get(LittleEndian.SHORT, at) & exponent) == exponent) {
        return at;
      }
    }
    return NONE;
  }

  private long nanScale(long start, long end) {
    for (long at = start; at < end; at += blockBytes) {
      if (data.get(ValueLayout.JAVA_BYTE, at) == NAN_SCALE) {
        return at;
      }
    }
    return NONE;
  }

  /** Every pattern of these bytes is sound; reading them shows that the disk delivers them. */
  private long touch(long start, long end) {
    int sum = 0;
    for (long at = start; at < end; at += PAGE_BYTES) {
      sum |= data.get(ValueLayout.JAVA_BYTE, at);
    }
    return sum == Integer.MAX_VALUE ? start : NONE;
  }

  private String sentence(long block) {
    boolean scale = tensor.type().map(DType::isMxfp4).orElse(true);
    return tensor.file().name()
        + ": tensor "
        + tensor.name()
        + place(block * blockElements)
        + (scale
            ? " has the scale byte 255, which is no number"
            : " holds a number that is not finite")
        + "; fetch the file again.";
  }

  /**
   * Where an element lies: experts are the outermost of three dimensions, columns the innermost.
   */
  private String place(long element) {
    var shape = tensor.shape();
    if (shape.size() == 1) {
      return ", element " + element + ",";
    }
    long row = element / shape.getLast();
    return shape.size() == 2
        ? ", row " + row + ","
        : ", expert " + row / shape.get(1) + ", row " + row % shape.get(1) + ",";
  }
}
