package confidant.engine.format.gguf;

import confidant.engine.format.MappedFile;
import confidant.engine.format.StoredTensor;
import java.util.List;

/**
 * A mapped GGUF file.
 *
 * @param tensors in the order of the header
 */
public record GgufFile(MappedFile file, GgufMetadata metadata, List<StoredTensor> tensors) {

  public GgufFile {
    tensors = List.copyOf(tensors);
  }
}
