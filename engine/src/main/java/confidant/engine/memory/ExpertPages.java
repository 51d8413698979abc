package confidant.engine.memory;

import confidant.engine.model.ExpertAccess;
import confidant.engine.model.Weights;
import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Has the experts of a layer fetched as soon as the router chose them, while the first of them is
 * computed. Read ahead whole, a disk delivers about three times what page faults get from it; and
 * where everything is in memory, nothing is asked for.
 */
final class ExpertPages implements ExpertAccess {
  private final ReadAhead ahead;
  private final IdentityHashMap<Weights.Layer, Weights.Layer> next = new IdentityHashMap<>();
  private final AtomicLong diskReads = new AtomicLong(-1);

  /** Layers for which to go on asking; full again whenever the disk was read meanwhile. */
  private final AtomicInteger watchful = new AtomicInteger();

  ExpertPages(Weights weights, ReadAhead ahead) {
    this.ahead = ahead;
    for (int layer = 0; layer + 1 < weights.layers().size(); layer++) {
      next.put(weights.layers().get(layer), weights.layers().get(layer + 1));
    }
  }

  @Override
  public void chosen(Weights.Layer layer, int[] experts, int count) {
    if (!isDiskRead()) {
      return;
    }
    BitSet wanted = new BitSet();
    for (int i = 0; i < count; i++) {
      wanted.set(experts[i]);
    }
    ahead.fetch(ranges(layer, wanted));
    Weights.Layer following = next.get(layer);
    // A batch that needs most experts of this layer will need most of the next one's.
    if (following != null && 2 * wanted.cardinality() > layer.experts().size()) {
      wanted.set(0, layer.experts().size());
      ahead.fetch(ranges(following, wanted));
    }
  }

  private static List<MemorySegment> ranges(Weights.Layer layer, BitSet experts) {
    return experts.stream().mapToObj(layer.experts()::get).flatMap(WeightParts::rangesOf).toList();
  }

  /** Whether pages had to come from disk during the last two passes or so. */
  private boolean isDiskRead() {
    long reads = SystemCalls.find().map(SystemCalls::diskReads).orElse(0L);
    if (diskReads.getAndSet(reads) != reads) {
      watchful.set(2 * (next.size() + 1));
      return true;
    }
    return watchful.getAndUpdate(layers -> Math.max(0, layers - 1)) > 0;
  }
}
