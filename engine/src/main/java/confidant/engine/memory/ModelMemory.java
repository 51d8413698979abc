package confidant.engine.memory;

import confidant.engine.api.MemoryReport;
import confidant.engine.api.MemoryReport.Part;
import confidant.engine.api.MemoryReport.WeightPart;
import confidant.engine.format.MappedFile;
import confidant.engine.model.ExpertAccess;
import confidant.engine.model.Weights;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The mapped files of an open model: advises the system on how they will be read, and reports what
 * of them is in memory. Thread-safe; to be closed before the files are unmapped.
 */
public final class ModelMemory implements AutoCloseable {
  private final List<MappedFile> files;
  private final WeightParts parts;
  private final ReadAhead ahead = new ReadAhead();
  private final ExpertPages experts;
  private final ProcessMemory process = new ProcessMemory();
  private final OptionalLong pageInsBefore = process.pageIns();
  private final OptionalLong diskBytesBefore = process.diskBytes();

  public ModelMemory(List<MappedFile> files, Weights weights) {
    this.files = List.copyOf(files);
    this.parts = new WeightParts(weights);
    this.experts = new ExpertPages(weights, ahead);
  }

  /**
   * Advises on parts whose use is known. In the background attention and output, which every token
   * reads whole, are fetched. Of the embedding a token reads one row, so that reading ahead would
   * fetch a hundred rows for each. Experts are both: chosen at random, then read whole; they are
   * left to {@link #expertAccess()}.
   */
  public void prepare() {
    for (MemorySegment table : parts.of(WeightPart.EMBEDDING)) {
      ahead.expectScatteredReads(table);
    }
    ahead.fetch(
        Stream.of(WeightPart.ATTENTION, WeightPart.OUTPUT)
            .flatMap(part -> parts.of(part).stream())
            .toList());
  }

  /** Has chosen experts fetched before they are computed. */
  public ExpertAccess expertAccess() {
    return experts;
  }

  /**
   * Measures what is in memory.
   *
   * @param cacheBytes of keys and values, for the report
   */
  public MemoryReport report(long cacheBytes) {
    Runtime java = Runtime.getRuntime();
    return new MemoryReport(
        weights(),
        process.anonymousBytes(),
        process.fileBytes(),
        process.sharedBytes(),
        java.totalMemory() - java.freeMemory(),
        cacheBytes,
        since(pageInsBefore, process.pageIns()),
        since(diskBytesBefore, process.diskBytes()));
  }

  /** What is in memory of each part; parts that the model does not have are left out. */
  public List<Part> weights() {
    boolean told = files.stream().allMatch(Residency::isTold);
    List<Part> measured = new ArrayList<>();
    long mapped = 0;
    long resident = 0;
    for (WeightPart part : WeightPart.values()) {
      List<MemorySegment> ranges = parts.of(part);
      if (!ranges.isEmpty()) {
        Part found = measure(part, ranges, told);
        measured.add(found);
        mapped += found.mappedBytes();
        resident += found.residentBytes().orElse(0);
      }
    }
    Part all = measure(WeightPart.OTHER, files.stream().map(MappedFile::bytes).toList(), told);
    // Pages come and go between one count and the next.
    long otherResident =
        Math.clamp(all.residentBytes().orElse(0) - resident, 0, all.mappedBytes() - mapped);
    measured.add(
        new Part(
            WeightPart.OTHER,
            all.mappedBytes() - mapped,
            all.residentBytes().isPresent()
                ? OptionalLong.of(otherResident)
                : OptionalLong.empty()));
    return measured;
  }

  private static Part measure(WeightPart part, List<MemorySegment> ranges, boolean told) {
    long mapped = 0;
    OptionalLong resident = told ? OptionalLong.of(0) : OptionalLong.empty();
    for (MemorySegment range : ranges) {
      mapped += range.byteSize();
      OptionalLong more = resident.isPresent() ? Residency.residentBytes(range) : resident;
      resident = more.isPresent() ? OptionalLong.of(resident.getAsLong() + more.getAsLong()) : more;
    }
    return new Part(part, mapped, resident);
  }

  private static OptionalLong since(OptionalLong before, OptionalLong now) {
    return before.isPresent() && now.isPresent()
        ? OptionalLong.of(now.getAsLong() - before.getAsLong())
        : OptionalLong.empty();
  }

  @Override
  public void close() {
    ahead.close();
  }
}
