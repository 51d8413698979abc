package confidant.engine.model;

import confidant.engine.kernel.ColumnOrder;
import confidant.engine.kernel.Kernels;
import confidant.engine.kernel.Panel;
import confidant.engine.tensor.DType;
import java.util.ArrayList;
import java.util.List;

/**
 * Several experts side by side: gate and up with SwiGLU in one region, down in another. Experts
 * with a few tokens read them one by one, the others in groups of 16.
 */
final class ExpertHalves {
  private final int hidden;
  private final int intermediate;
  private final float limit;
  private final Kernels kernels;
  private final WideProduct wide;

  ExpertHalves(ModelConfig config, Kernels kernels) {
    this.hidden = config.hiddenSize();
    this.intermediate = config.intermediateSize();
    this.limit = config.swigluLimit();
    this.kernels = kernels;
    this.wide = new WideProduct(kernels);
  }

  /**
   * An expert's place among the packed activations: its first vector or column, as it has few or
   * many tokens.
   */
  private record Place(Routing.Group group, int at) {}

  /** Rows of one expert, for all its tokens or a stripe of them. */
  private record Work(Place place, int from, int to, int column, int tokens) {}

  /** Adds the weighted output of {@code groups} to the residuals of their tokens. */
  void apply(Pass pass, Weights.Layer weights, Workspace ws, List<Routing.Group> groups) {
    List<Place> places = new ArrayList<>();
    int vectors = 0;
    int columns = 0;
    for (Routing.Group group : groups) {
      places.add(new Place(group, group.isFew() ? vectors : columns));
      if (group.isFew()) {
        vectors += group.count();
      } else {
        columns += Panel.padded(group.count());
      }
    }
    pack(pass, weights, ws, places, vectors, columns);
    firstHalves(pass, weights, ws, places);
    secondHalves(pass, weights, ws, places);
  }

  private void pack(
      Pass pass,
      Weights.Layer weights,
      Workspace ws,
      List<Place> places,
      int vectors,
      int columns) {
    Weights.Expert sample = weights.experts().getFirst();
    DType type = sample.gate().type();
    reserve(ws.input, type, vectors, columns, hidden);
    reserve(ws.inner, sample.down().type(), vectors, columns, intermediate);
    int groupsOf16 = columns / Panel.GROUP;
    int[] firstToken = new int[groupsOf16];
    Place[] owner = new Place[groupsOf16];
    for (Place place : places) {
      int count = place.group.count();
      for (int i = 0; i < count; i += place.group.isFew() ? 1 : Panel.GROUP) {
        if (place.group.isFew()) {
          ws.input.putVector(type, ws.normed, place.group.tokens()[i] * hidden, place.at + i);
        } else {
          firstToken[(place.at + i) / Panel.GROUP] = i;
          owner[(place.at + i) / Panel.GROUP] = place;
        }
      }
    }
    pass.run(
        groupsOf16,
        (group, worker) -> {
          int[] tokens = owner[group].group.tokens();
          int from = firstToken[group];
          int count = Math.min(Panel.GROUP, tokens.length - from);
          ws.input.putGroup(type, ws.normed, hidden, tokens, from, count, group);
        });
  }

  private static void reserve(Activations x, DType type, int vectors, int columns, int width) {
    x.reserveVectors(type, vectors, width);
    x.reserveGroups(type, columns, width);
  }

  private void firstHalves(Pass pass, Weights.Layer weights, Workspace ws, List<Place> places) {
    List<Work> work = new ArrayList<>();
    for (Place place : places) {
      int count = place.group.count();
      if (place.group.isFew()) {
        int step = Linear.fewTaskRows(intermediate, pass.threads());
        for (int from = 0; from < intermediate; from += step) {
          work.add(new Work(place, from, Math.min(intermediate, from + step), 0, count));
        }
      } else {
        for (int from = 0; from < intermediate; from += wide.taskRows()) {
          int to = Math.min(intermediate, from + wide.taskRows());
          for (int c = 0; c < count; c += WideProduct.COLUMNS) {
            work.add(new Work(place, from, to, c, Math.min(WideProduct.COLUMNS, count - c)));
          }
        }
      }
    }
    pass.run(
        work.size(),
        (task, worker) -> {
          Work todo = work.get(task);
          Weights.Expert expert = weights.experts().get(todo.place.group.expert());
          if (todo.place.group.isFew()) {
            fewFirst(expert, ws, todo, ws.scratch(worker));
          } else {
            manyFirst(expert, ws, todo, ws.scratch(worker));
          }
        });
  }

  private void fewFirst(Weights.Expert expert, Workspace ws, Work work, Scratch scratch) {
    int rows = work.to - work.from;
    int count = work.tokens;
    float[] gate = scratch.array(Scratch.Use.GATE, count * rows);
    float[] up = scratch.array(Scratch.Use.PRODUCT, count * rows);
    int x = work.place.at;
    kernels.matVec(expert.gate(), work.from, work.to, ws.input.vectors(), x, count, gate, 0, rows);
    kernels.matVec(expert.up(), work.from, work.to, ws.input.vectors(), x, count, up, 0, rows);
    DType next = expert.down().type();
    float[] inner = ws.inner.vectors();
    for (int t = 0; t < count; t++) {
      for (int r = 0; r < rows; r++) {
        gate[t * rows + r] += expert.gateBias()[work.from + r];
        up[t * rows + r] += expert.upBias()[work.from + r];
      }
      kernels.swiGlu(gate, t * rows, 0, up, t * rows, 0, rows, limit);
      int out = (x + t) * intermediate;
      for (int r = 0; r < rows; r++) {
        inner[out + ColumnOrder.place(next, work.from + r, intermediate)] = gate[t * rows + r];
      }
    }
  }

  private void manyFirst(Weights.Expert expert, Workspace ws, Work work, Scratch scratch) {
    int columns = Panel.padded(work.tokens);
    int column = work.place.at + work.column;
    float[] gate = scratch.array(Scratch.Use.GATE, wide.productSize(columns));
    float[] up = scratch.array(Scratch.Use.PRODUCT, wide.productSize(columns));
    wide.multiply(expert.gate(), work.from, work.to, ws.input, column, columns, gate, scratch);
    wide.multiply(expert.up(), work.from, work.to, ws.input, column, columns, up, scratch);
    DType next = expert.down().type();
    for (int r = work.from; r < work.to; r++) {
      int at = (r - work.from) * columns;
      kernels.swiGlu(gate, at, expert.gateBias()[r], up, at, expert.upBias()[r], columns, limit);
      ws.inner.putFeature(ColumnOrder.place(next, r, intermediate), column, gate, at, columns);
    }
  }

  /** A task takes its rows of all experts, so that no two tasks add to the same place. */
  private void secondHalves(Pass pass, Weights.Layer weights, Workspace ws, List<Place> places) {
    boolean few = places.stream().allMatch(place -> place.group.isFew());
    int step = few ? Linear.fewTaskRows(hidden, pass.threads()) : wide.taskRows();
    pass.run(
        Linear.tasks(hidden, step),
        (task, worker) -> {
          int from = task * step;
          int to = Math.min(hidden, from + step);
          for (Place place : places) {
            Weights.Expert expert = weights.experts().get(place.group.expert());
            int count = place.group.count();
            if (place.group.isFew()) {
              fewSecond(expert, ws, new Work(place, from, to, 0, count), ws.scratch(worker));
            } else {
              for (int c = 0; c < count; c += WideProduct.COLUMNS) {
                int tokens = Math.min(WideProduct.COLUMNS, count - c);
                manySecond(expert, ws, new Work(place, from, to, c, tokens), ws.scratch(worker));
              }
            }
          }
        });
  }

  private void fewSecond(Weights.Expert expert, Workspace ws, Work work, Scratch scratch) {
    int rows = work.to - work.from;
    float[] y = scratch.array(Scratch.Use.PRODUCT, work.tokens * rows);
    float[] x = ws.inner.vectors();
    kernels.matVec(expert.down(), work.from, work.to, x, work.place.at, work.tokens, y, 0, rows);
    for (int t = 0; t < work.tokens; t++) {
      int out = work.place.group.tokens()[t] * hidden + work.from;
      float share = work.place.group.shares()[t];
      for (int r = 0; r < rows; r++) {
        ws.residual[out + r] += share * (y[t * rows + r] + expert.downBias()[work.from + r]);
      }
    }
  }

  private void manySecond(Weights.Expert expert, Workspace ws, Work work, Scratch scratch) {
    int columns = Panel.padded(work.tokens);
    int column = work.place.at + work.column;
    float[] y = scratch.array(Scratch.Use.PRODUCT, wide.productSize(columns));
    wide.multiply(expert.down(), work.from, work.to, ws.inner, column, columns, y, scratch);
    for (int t = 0; t < work.tokens; t++) {
      int out = work.place.group.tokens()[work.column + t] * hidden;
      float share = work.place.group.shares()[work.column + t];
      for (int r = work.from; r < work.to; r++) {
        float value = y[(r - work.from) * columns + t] + expert.downBias()[r];
        ws.residual[out + r] += share * value;
      }
    }
  }
}
