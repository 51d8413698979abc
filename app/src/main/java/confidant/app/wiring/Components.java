package confidant.app.wiring;

import confidant.app.documents.DocumentLibrary;
import confidant.app.documents.IngestQueue;
import confidant.app.documents.PageGallery;
import confidant.app.documents.SamplePapers;
import confidant.app.figures.FigureFinder;
import confidant.app.finder.ComputerLayout;
import confidant.app.finder.ModelFinder;
import confidant.app.models.ModelRegistry;
import confidant.app.models.ModelService;
import confidant.app.settings.SettingsStore;
import confidant.app.storage.FailureLog;
import confidant.engine.EngineOptions;
import confidant.ingest.worker.WorkerReader;
import confidant.ui.port.AboutPort;
import confidant.ui.port.ChatPort;
import confidant.ui.port.DocumentPort;
import confidant.ui.port.ModelPort;
import confidant.ui.port.PaperPort;
import confidant.ui.port.SettingsPort;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Everything behind the window, put together by constructors. */
public final class Components implements AutoCloseable {
  private final ModelService models;
  private final WorkerReader reader;
  private final IngestQueue queue;
  private final ChatAdapter chat;
  private final DocumentPort documents;
  private final PaperAdapter papers;
  private final ModelAdapter model;
  private final SettingsPort settings;
  private final AboutPort about;

  /**
   * Puts the program together; {@link #start} loads the model.
   *
   * @param computer where other programs keep models
   * @param contextTokens size of the context; a sensible one if empty
   * @param seed of every answer; a new one for each if empty
   */
  public Components(
      ModelRegistry registry,
      SettingsStore settingsStore,
      SamplePapers samples,
      FailureLog failures,
      ComputerLayout computer,
      EngineOptions engineOptions,
      OptionalInt contextTokens,
      OptionalLong seed) {
    DocumentLibrary library = new DocumentLibrary();
    ContextChoice context = new ContextChoice(contextTokens, settingsStore);
    Languages languages = new Languages();
    languages.use(settingsStore.get().language());
    models = new ModelService(registry, settingsStore, engineOptions, failures);
    reader = new WorkerReader();
    queue = new IngestQueue(reader, library, failures);
    chat = new ChatAdapter(models, library, context, seed, failures);
    PageGallery gallery = new PageGallery(library, reader::paint);
    FigureFinder figures = new FigureFinder();
    documents = new DocumentAdapter(queue, models, samples, gallery, figures, failures);
    papers = new PaperAdapter(library, gallery, figures);
    model = new ModelAdapter(models, new ModelFinder(computer), context, failures);
    settings = new SettingsAdapter(settingsStore, models, context, languages);
    about = new AboutAdapter(engineOptions, settingsStore);
  }

  /** Opens the model in the background, and gets ready to read papers. */
  public void start(Optional<Path> checkpoint) {
    reader.warmUp();
    models.start(checkpoint);
  }

  public ChatPort chat() {
    return chat;
  }

  public DocumentPort documents() {
    return documents;
  }

  public PaperPort papers() {
    return papers;
  }

  public ModelPort model() {
    return model;
  }

  public SettingsPort settings() {
    return settings;
  }

  public AboutPort about() {
    return about;
  }

  /** Ends the background threads and closes the model once nobody uses it. */
  @Override
  public void close() {
    queue.close();
    papers.close();
    reader.close();
    model.close();
    chat.close();
    models.close();
  }
}
