package confidant.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.api.EngineException;
import confidant.engine.cache.KvCache;
import confidant.engine.kernel.KernelProvider;
import confidant.engine.loading.Checkpoint;
import confidant.engine.loading.CheckpointLoader;
import confidant.engine.testing.Golden;
import confidant.engine.threads.WorkerPool;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpertAccessTest {

  @Test
  void everyLayersChoiceIsTold() throws EngineException {
    try (Checkpoint checkpoint = CheckpointLoader.open(Golden.path("model-tiny/hf"));
        WorkerPool pool = new WorkerPool(1)) {
      ModelConfig config = checkpoint.config();
      int[] prompt = {3, 1, 2};
      List<Weights.Layer> told = new ArrayList<>();
      Transformer transformer =
          new Transformer(
              config,
              checkpoint.weights(),
              KernelProvider.scalar(),
              pool,
              (layer, experts, count) -> {
                assertTrue(count % config.expertsPerToken() == 0 && count <= experts.length);
                for (int i = 0; i < count; i++) {
                  assertTrue(experts[i] >= 0 && experts[i] < config.experts());
                }
                told.add(layer);
              });
      try (KvCache cache = transformer.newCache(8);
          Workspace workspace = transformer.newWorkspace()) {
        assertTrue(transformer.forward(prompt, 1, cache, workspace, LayerGate.OPEN).isPresent());
      }
      assertEquals(checkpoint.weights().layers(), told);
    }
  }
}
