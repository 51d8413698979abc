/**
 * In-process inference of gpt-oss in pure Java: from checkpoint files to a stream of typed events.
 */
// jtokkit has no module descriptor; confidant.app is not known while this module is compiled.
@SuppressWarnings({"requires-automatic", "module"})
module confidant.engine {
  requires static transitive org.jspecify;
  requires jtokkit;
  requires jdk.incubator.vector;
  requires org.slf4j;

  exports confidant.engine;
  exports confidant.engine.api;
  exports confidant.engine.chat;
  exports confidant.engine.tokenizer;
  exports confidant.engine.synth;
  // The command line shows these to engineers who hold the engine against another implementation.
  exports confidant.engine.harmony to
      confidant.app;
  exports confidant.engine.json to
      confidant.app;
}
