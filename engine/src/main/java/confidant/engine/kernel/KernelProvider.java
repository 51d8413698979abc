package confidant.engine.kernel;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses the arithmetic once, and says why it is not faster. */
public final class KernelProvider {
  private static final Logger LOG = LoggerFactory.getLogger(KernelProvider.class);
  private static final String VECTOR_MODULE = "jdk.incubator.vector";

  private KernelProvider() {}

  /** The reference. */
  public static Kernels scalar() {
    return new ScalarKernels();
  }

  /** The fastest that runs here. */
  public static Kernels fastest() {
    String refusal = refusal();
    if (!refusal.isEmpty()) {
      LOG.warn("Running without vector instructions, many times slower: {}", refusal);
      return scalar();
    }
    return Vectors.create();
  }

  /**
   * Why the Vector API is not used, with the cure; empty if it is. Asked before any vector class is
   * touched, since a missing module would otherwise be an error at a random place.
   */
  private static String refusal() {
    if (ModuleLayer.boot().findModule(VECTOR_MODULE).isEmpty()) {
      return "start Java with --add-modules " + VECTOR_MODULE;
    }
    String mode = System.getProperty("java.vm.info", "").toLowerCase(Locale.ROOT);
    if (mode.contains("interpreted")) {
      return "the Java compiler is off; start Java without -Xint";
    }
    return "";
  }

  /** Apart, so that a refused Vector API is never initialised. */
  private static final class Vectors {
    static Kernels create() {
      return VectorKernels.F.vectorBitSize() == 512 ? new Vector512Kernels() : new VectorKernels();
    }
  }
}
