package confidant.engine.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Times every kernel, scalar beside vector, and prints how near it comes to what the machine can do
 * at most. Arguments are those of JMH – which benchmarks, as regular expressions, and options such
 * as {@code -p type=Q8_0} – and {@code --quick}.
 *
 * <p>The benchmarks share the kernels' package, which the module does not export, and run on the
 * class path, where packages are all there is: so they reach the kernels and the peak's loop
 * without an {@code --add-exports} at compiling, at starting and in JMH's generated code.
 */
public final class KernelBenchmarks {
  private static final String QUICK = "--quick";
  private static final TimeValue QUICK_TIME = TimeValue.milliseconds(100);
  private static final int QUICK_ITERATIONS = 3;

  /** As long as the compiler may take on a machine that others use too. */
  private static final TimeValue QUICK_WARMUP = TimeValue.milliseconds(1500);

  private static final int EXIT_FAILED = 1;
  private static final int EXIT_USAGE = 2;

  private KernelBenchmarks() {}

  /** Runs what {@code args} ask for. */
  public static void main(String... args) throws Exception {
    List<String> options = new ArrayList<>(Arrays.asList(args));
    boolean quick = options.remove(QUICK);
    try {
      CommandLineOptions jmh = new CommandLineOptions(options.toArray(String[]::new));
      if (jmh.shouldHelp()) {
        jmh.showHelp();
      } else if (jmh.shouldList() || jmh.shouldListWithParams()) {
        new Runner(jmh).listWithParams(jmh);
      } else {
        Collection<RunResult> results = new Runner(settings(jmh, quick).build()).run();
        System.out.println();
        System.out.println("Vector: " + KernelProvider.fastest().describe());
        System.out.print(ResultTable.of(results));
      }
    } catch (CommandLineOptionException e) {
      System.err.println(e.getMessage());
      System.exit(EXIT_USAGE);
    } catch (RunnerException e) {
      System.err.println(e.getMessage());
      System.exit(EXIT_FAILED);
    }
  }

  /** The table counts on one thread, whose limits are measured, and on microseconds per call. */
  private static ChainedOptionsBuilder settings(CommandLineOptions jmh, boolean quick) {
    ChainedOptionsBuilder builder =
        new OptionsBuilder()
            .parent(jmh)
            .threads(1)
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.MICROSECONDS)
            .addProfiler(LimitProfiler.class);
    return quick
        ? builder
            .warmupTime(QUICK_WARMUP)
            .warmupIterations(1)
            .measurementTime(QUICK_TIME)
            .measurementIterations(QUICK_ITERATIONS)
        : builder;
  }
}
