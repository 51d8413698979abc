package confidant.engine.loading;

import confidant.engine.api.EngineException;
import confidant.engine.format.MappedFile;
import confidant.engine.format.StoredTensor;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All tensors of a checkpoint by name, whichever file they lie in. */
final class TensorTable {
  private final Map<String, StoredTensor> byName = new LinkedHashMap<>();
  private final String model;

  /**
   * @param model the file or folder, for messages
   * @throws EngineException.Damaged if two tensors have one name
   */
  TensorTable(String model, List<StoredTensor> tensors) throws EngineException {
    this.model = model;
    for (StoredTensor tensor : tensors) {
      StoredTensor other = byName.put(tensor.name(), tensor);
      if (other != null) {
        throw tensor
            .file()
            .damaged("tensor " + tensor.name() + " also stands in " + other.file().name());
      }
    }
  }

  boolean has(String name) {
    return byName.containsKey(name);
  }

  Optional<StoredTensor> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * @throws EngineException.Damaged if there is no such tensor
   */
  StoredTensor require(String name) throws EngineException {
    StoredTensor tensor = byName.get(name);
    if (tensor == null) {
      throw new EngineException.Damaged(
          model + " is damaged: tensor " + name + " is missing; fetch every file of the model.");
    }
    return tensor;
  }

  /** The first of {@code names} that is there, else the first. */
  String firstOf(List<String> names) {
    return names.stream().filter(this::has).findFirst().orElse(names.getFirst());
  }

  Collection<StoredTensor> all() {
    return byName.values();
  }

  /** The files that hold tensors. */
  List<MappedFile> files() {
    return all().stream().map(StoredTensor::file).distinct().toList();
  }
}
