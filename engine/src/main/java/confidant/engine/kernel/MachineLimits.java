package confidant.engine.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * What this machine can do at most, with the instructions that the kernels use: fused multiply-adds
 * on registers alone, and reading memory with nothing but an addition per value.
 */
public final class MachineLimits {
  private static final VectorSpecies<Integer> I = IntVector.SPECIES_PREFERRED;
  private static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;

  /** Runs of the loop between two looks at the clock, which takes a hundredth of one. */
  private static final int FMA_RUNS = 8;

  /** As many as the kernels walk together; far apart, since each 4 KiB page is prefetched alone. */
  private static final int STREAMS = 8;

  private static final int STREAM_BYTES = 1 << 16;
  private static final long TRIAL_NANOS = 100_000_000L;

  /** Enough for the compiler to come round to these loops even while it shares its core. */
  private static final int TRIALS = 20;

  /** Where results go, so that the compiler cannot drop their calculation. */
  private static final AtomicLong SINK = new AtomicLong();

  private MachineLimits() {}

  /**
   * Most float32 operations per second on {@code threads} threads; a multiply-add counts as two.
   */
  public static double fmaPerSecond(int threads) {
    return best(threads, thread -> new MultiplyAdds());
  }

  /** One thread's multiply-adds. */
  private static final class MultiplyAdds implements LongSupplier {
    private static final long FLOPS = (long) (MultiplyAddPeak.FLOPS * FMA_RUNS);
    private final MultiplyAddPeak peak = new MultiplyAddPeak();

    @Override
    public long getAsLong() {
      for (int i = 0; i < FMA_RUNS; i++) {
        peak.run();
      }
      return FLOPS;
    }
  }

  /**
   * Most bytes read per second by {@code threads} threads together.
   *
   * @param bytes of memory to walk; far more than the caches hold, or what one of them holds to
   *     measure that; at least 512 KiB per thread
   */
  public static double bytesPerSecond(int threads, long bytes) {
    long lane = bytes / threads / STREAMS / STREAM_BYTES * STREAM_BYTES;
    try (Arena arena = Arena.ofShared()) {
      MemorySegment memory = arena.allocate(lane * STREAMS * threads, 64);
      memory.fill((byte) 1); // pages that were never written are all the same one
      return best(threads, thread -> new Walk(memory, lane * STREAMS * thread, lane));
    }
  }

  /** One thread's way through its part of the memory, from the start again when it is through. */
  private static final class Walk implements LongSupplier {
    private final MemorySegment memory;
    private final long base;
    private final long stride;
    private long offset;

    Walk(MemorySegment memory, long base, long stride) {
      this.memory = memory;
      this.base = base;
      this.stride = stride;
    }

    @Override
    public long getAsLong() {
      SINK.addAndGet(sum(memory, base + offset, stride));
      offset = (offset + STREAM_BYTES) % stride;
      return (long) STREAM_BYTES * STREAMS;
    }
  }

  /** The best of some trials: whatever else ran can only have made one slower. */
  private static double best(int threads, IntFunction<LongSupplier> workOf) {
    double best = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      best = Math.max(best, rate(threads, workOf));
    }
    return best;
  }

  /** Units of work per second when {@code threads} threads work for {@link #TRIAL_NANOS}. */
  private static double rate(int threads, IntFunction<LongSupplier> workOf) {
    AtomicLong units = new AtomicLong();
    CountDownLatch ready = new CountDownLatch(threads);
    Thread[] workers = new Thread[threads];
    long[] nanos = new long[threads];
    for (int i = 0; i < threads; i++) {
      int thread = i;
      LongSupplier work = workOf.apply(i);
      workers[i] =
          Thread.ofPlatform()
              .name("machine-limits-" + i)
              .daemon(true)
              .start(() -> nanos[thread] = work(work, ready, units));
    }
    long longest = 1;
    for (int i = 0; i < threads; i++) {
      join(workers[i]);
      longest = Math.max(longest, nanos[i]);
    }
    return units.get() * 1e9 / longest;
  }

  private static long work(LongSupplier work, CountDownLatch ready, AtomicLong units) {
    ready.countDown();
    await(ready);
    long start = System.nanoTime();
    long done = 0;
    long elapsed;
    do {
      done += work.getAsLong();
      elapsed = System.nanoTime() - start;
    } while (elapsed < TRIAL_NANOS);
    units.addAndGet(done);
    return elapsed;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sums {@link #STREAM_BYTES} of each stream; the streams begin {@code stride} bytes apart. */
  private static int sum(MemorySegment memory, long base, long stride) {
    IntVector s0 = IntVector.zero(I);
    IntVector s1 = s0;
    IntVector s2 = s0;
    IntVector s3 = s0;
    IntVector s4 = s0;
    IntVector s5 = s0;
    IntVector s6 = s0;
    IntVector s7 = s0;
    for (long p = base; p < base + STREAM_BYTES; p += I.vectorByteSize()) {
      s0 = s0.add(IntVector.fromMemorySegment(I, memory, p, LE));
      s1 = s1.add(IntVector.fromMemorySegment(I, memory, p + stride, LE));
      s2 = s2.add(IntVector.fromMemorySegment(I, memory, p + 2 * stride, LE));
      s3 = s3.add(IntVector.fromMemorySegment(I, memory, p + 3 * stride, LE));
      s4 = s4.add(IntVector.fromMemorySegment(I, memory, p + 4 * stride, LE));
      s5 = s5.add(IntVector.fromMemorySegment(I, memory, p + 5 * stride, LE));
      s6 = s6.add(IntVector.fromMemorySegment(I, memory, p + 6 * stride, LE));
      s7 = s7.add(IntVector.fromMemorySegment(I, memory, p + 7 * stride, LE));
    }
    return s0.add(s1).add(s2).add(s3).add(s4).add(s5).add(s6).add(s7).lane(0);
  }
}
