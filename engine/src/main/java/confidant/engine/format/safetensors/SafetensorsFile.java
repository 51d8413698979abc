package confidant.engine.format.safetensors;

import confidant.engine.format.MappedFile;
import confidant.engine.format.StoredTensor;
import java.util.List;

/**
 * A mapped safetensors file.
 *
 * @param tensors in file order
 */
public record SafetensorsFile(MappedFile file, List<StoredTensor> tensors) {

  public SafetensorsFile {
    tensors = List.copyOf(tensors);
  }
}
