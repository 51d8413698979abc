// Measures llama.cpp for `confidant bench --against`: one JSON object per line in, one per line out.
// README.md beside this file describes the protocol and the options.
//
// The library's own evaluation adds sampling and bookkeeping per token. So the script drives the
// binding below it, which is a thin cover of llama_decode; package.json pins the version for that.
import {mkdtempSync, readFileSync, rmSync, symlinkSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import path from "node:path";
import readline from "node:readline";
import {pathToFileURL} from "node:url";
import {parseArgs} from "node:util";

const PROTOCOL = 1;
const SEQUENCE = 0;

const {values: options} = parseArgs({
  options: {
    model: {type: "string"},
    context: {type: "string", default: "4096"},
    batch: {type: "string", default: "512"},
    threads: {type: "string", default: "0"},
    "flash-attention": {type: "string", default: "on"},
    mmap: {type: "string", default: "on"},
    repack: {type: "string", default: "on"},
    avx2: {type: "boolean", default: false},
    modules: {type: "string"},
    verbose: {type: "boolean", default: false},
  },
});

function fail(message) {
  process.stdout.write(JSON.stringify({error: message}) + "\n", () => process.exit(1));
}

function flag(name) {
  if (options[name] !== "on" && options[name] !== "off") {
    throw new Error(`--${name} is on or off, not ${options[name]}`);
  }
  return options[name] === "on";
}

/** Folder that holds node_modules: beside this file unless --modules names another. */
function modulesFolder() {
  return path.join(path.resolve(options.modules ?? import.meta.dirname), "node_modules");
}

async function importLibrary() {
  let entry;
  try {
    entry = createRequire(path.join(modulesFolder(), "here.js")).resolve("node-llama-cpp");
  } catch {
    throw new Error("node-llama-cpp is not installed");
  }
  return import(pathToFileURL(entry).href);
}

/**
 * Of its builds for different processors ggml takes the widest in the folder it is given. The first
 * one loaded stays, so a folder that holds the AVX2 build alone is given before the library's own.
 */
function loadAvx2Build() {
  const name = "libggml-cpu-haswell.so";
  const installed = path.join(modulesFolder(), "@node-llama-cpp", "linux-x64", "bins", "linux-x64");
  const folder = mkdtempSync(path.join(tmpdir(), "llama-avx2-"));
  try {
    symlinkSync(path.join(installed, name), path.join(folder, name));
    createRequire(import.meta.url)(path.join(installed, "llama-addon.node")).loadBackends(folder);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** Fields of /proc/self/status in bytes; empty where there is no such file. */
function memory() {
  try {
    const status = readFileSync("/proc/self/status", "utf8");
    const bytes = (name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1] ?? 0) * 1024;
    return {
      peak_resident: bytes("VmHWM"),
      resident: bytes("VmRSS"),
      anonymous: bytes("RssAnon"),
      file: bytes("RssFile"),
    };
  } catch {
    return {};
  }
}

class Peer {
  #addon; // AddonContext: initBatch, addToBatch, decodeBatch
  #batch;
  #position = 0;

  constructor(addon, batch) {
    this.#addon = addon;
    this.#batch = batch;
  }

  /** Reads `tokens` in batches; logits of the last one only, as a prompt needs. */
  async read(tokens) {
    for (let start = 0; start < tokens.length; start += this.#batch) {
      const part = tokens.slice(start, start + this.#batch);
      const isLast = start + part.length === tokens.length;
      await this.#decode(part, isLast ? [part.length - 1] : []);
    }
  }

  /** Reads `tokens` one by one, each with its logits, as writing does. */
  async write(tokens) {
    for (const token of tokens) {
      await this.#decode([token], [0]);
    }
  }

  async #decode(tokens, logitIndexes) {
    this.#addon.initBatch(tokens.length);
    this.#addon.addToBatch(
      SEQUENCE, this.#position, Uint32Array.from(tokens), Uint32Array.from(logitIndexes));
    await this.#addon.decodeBatch();
    this.#position += tokens.length;
  }

  /** Forgets everything from `position` on; a sliding window may only be left as a whole. */
  truncate(position) {
    if (position === this.#position) {
      return;
    }
    if (position > 0 && this.#addon.removeTokenCellsFromSequence(SEQUENCE, position, -1)) {
      this.#position = position;
      return;
    }
    this.#addon.disposeSequence(SEQUENCE);
    this.#position = 0;
  }

  get position() {
    return this.#position;
  }
}

async function open() {
  const library = await importLibrary();
  const modelPath = path.resolve(options.model);
  if (options.avx2) {
    loadAvx2Build();
  }
  const llama = await library.getLlama({
    gpu: false,
    build: "never",
    // Only a build of one's own can go without repacking; see README.md.
    ...(flag("repack") ? {} : {usePrebuiltBinaries: false, cmakeOptions: {GGML_CPU_REPACK: "OFF"}}),
    skipDownload: true,
    maxThreads: 0,
    logLevel: options.verbose ? library.LlamaLogLevel.debug : library.LlamaLogLevel.error,
    logger: (level, message) => process.stderr.write(message.endsWith("\n") ? message : message + "\n"),
  });
  const threads = Number(options.threads) || llama.cpuMathCores;
  const started = performance.now();
  const model = await llama.loadModel({
    modelPath,
    gpuLayers: 0,
    useMmap: flag("mmap"),
    ignoreMemorySafetyChecks: true,
  });
  const context = await model.createContext({
    contextSize: Number(options.context),
    batchSize: Number(options.batch),
    threads,
    flashAttention: flag("flash-attention"),
    sequences: 1,
    ignoreMemorySafetyChecks: true,
  });
  const load = (performance.now() - started) / 1000;
  return {
    peer: new Peer(context._ctx, Number(options.batch)),
    ready: {
      ready: PROTOCOL,
      engine: `llama.cpp ${llama.llamaCppRelease.release}, node-llama-cpp ${await library.getModuleVersion()}`,
      system: llama.systemInfo,
      threads,
      seconds: load,
      ...memory(),
    },
  };
}

async function answer(peer, request) {
  const started = performance.now();
  switch (request.op) {
    case "read":
      await peer.read(request.tokens);
      break;
    case "write":
      await peer.write(request.tokens);
      break;
    case "truncate":
      peer.truncate(request.position);
      break;
    case "memory":
      return memory();
    default:
      throw new Error(`unknown op ${JSON.stringify(request.op)}`);
  }
  return {seconds: (performance.now() - started) / 1000, position: peer.position};
}

async function main() {
  if (options.model == null) {
    throw new Error("--model FILE is missing");
  }
  const {peer, ready} = await open();
  const reply = (value) => process.stdout.write(JSON.stringify(value) + "\n");
  reply(ready);
  for await (const line of readline.createInterface({input: process.stdin})) {
    try {
      reply(await answer(peer, JSON.parse(line)));
    } catch (error) {
      reply({error: String(error.message ?? error)});
    }
  }
  process.exit(0);
}

main().catch((error) => fail(String(error.message ?? error)));
