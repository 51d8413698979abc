package confidant.engine.session;

import confidant.engine.api.EngineException;
import confidant.engine.kernel.KernelProvider;
import confidant.engine.loading.Checkpoint;
import confidant.engine.loading.CheckpointLoader;
import confidant.engine.model.Transformer;
import confidant.engine.testing.Golden;
import confidant.engine.threads.WorkerPool;

/** A golden checkpoint, opened without the engine's front. */
final class TinyModel {
  private TinyModel() {}

  static OpenModel open() throws EngineException {
    return open("model-tiny/hf");
  }

  /** One whose passes wait for {@code readiness}. */
  static OpenModel open(OpenModel.Readiness readiness) throws EngineException {
    return open("model-tiny/hf", readiness);
  }

  /** One of the golden data by its path. */
  static OpenModel open(String name) throws EngineException {
    return open(name, goOn -> true);
  }

  private static OpenModel open(String name, OpenModel.Readiness readiness) throws EngineException {
    Checkpoint checkpoint = CheckpointLoader.open(Golden.path(name));
    WorkerPool pool = new WorkerPool(2);
    Transformer transformer =
        new Transformer(checkpoint.config(), checkpoint.weights(), KernelProvider.fastest(), pool);
    return new OpenModel(checkpoint, transformer, readiness, pool);
  }
}
