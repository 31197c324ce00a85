import { Worker } from "node:worker_threads";
import { AppError } from "#lib/errors.ts";
import type { ImportAnswer, Imported, ImportTask } from "./import-worker.ts";
import { MEGABYTE } from "./limits.ts";

/** Each takes a core and up to its limit of memory. */
const MOST_WORKERS = 2;
/** A worker is replaced after so many imports, so that nothing can gather in one. */
const IMPORTS_PER_WORKER = 50;
/** Milliseconds between two looks at what a worker holds. */
const WATCHED_EVERY = 50;
/** An idle worker holds some 60 MB; starting one takes some 0.2 s. */
const IDLE_MILLISECONDS = 30_000;

type Idle = { worker: Worker; megabytes: number; imports: number; timer: NodeJS.Timeout; forget: () => void };

const idle: Idle[] = [];
const waiting: (() => void)[] = [];
let busy = 0;

/**
 * Runs a task in a worker thread that knows nothing of this process: no environment, bounded memory. A worker past
 * its time or memory is ended, and the import refused with `import_too_complex`. Imports beyond two at a time wait.
 */
export async function runInWorker(task: ImportTask): Promise<Imported> {
  await nextTurn();
  try {
    return await runNow(task);
  } finally {
    const next = waiting.shift();
    if (next === undefined) busy -= 1;
    else next();
  }
}

/** Who waits is given the turn of the one that ends. */
async function nextTurn(): Promise<void> {
  if (busy < MOST_WORKERS) busy += 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
}

async function runNow(task: ImportTask): Promise<Imported> {
  const { worker, imports } = takeWorker(task.limits.megabytes);
  try {
    const answer = await ask(worker, task);
    rest(worker, { megabytes: task.limits.megabytes, imports: imports + 1 });
    if (!("refusal" in answer)) return answer;
    const { reason, values, field } = answer.refusal;
    throw new AppError(reason, { values, ...(field !== undefined && { field }) });
  } catch (error) {
    if (!(error instanceof AppError) || error.cause === ENDED) await worker.terminate();
    throw error;
  }
}

/** The cause of a refusal whose worker is of no more use. */
const ENDED = Symbol("ended");

function ask(worker: Worker, task: ImportTask): Promise<ImportAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<ImportAnswer>();
  const tooComplex = (): void => reject(new AppError("import_too_complex", { cause: ENDED }));
  const failed = (error: Error & { code?: string }): void => {
    if (error.code === "ERR_WORKER_OUT_OF_MEMORY") tooComplex();
    else reject(error);
  };
  const timer = setTimeout(tooComplex, task.limits.milliseconds);
  // The engine bounds its heap, and nothing what is kept outside of it: what a file's parts unpack to.
  const watch = setInterval(() => {
    worker.getHeapStatistics().then(
      ({ external_memory: bytes }) => bytes > task.limits.buffers * MEGABYTE && tooComplex(),
      () => undefined, // it has ended
    );
  }, WATCHED_EVERY);
  worker.on("message", resolve);
  worker.on("error", failed);
  worker.on("exit", tooComplex);
  worker.postMessage(task);
  return promise.finally(() => {
    clearTimeout(timer);
    clearInterval(watch);
    worker.off("message", resolve);
    worker.off("error", failed);
    worker.off("exit", tooComplex);
  });
}

function takeWorker(megabytes: number): { worker: Worker; imports: number } {
  const index = idle.findIndex((each) => each.megabytes === megabytes);
  const [rested] = index === -1 ? [] : idle.splice(index, 1);
  if (rested === undefined) return { worker: startWorker(megabytes), imports: 0 };
  clearTimeout(rested.timer);
  rested.worker.off("error", rested.forget).off("exit", rested.forget).ref();
  return rested;
}

function startWorker(megabytes: number): Worker {
  return new Worker(new URL("./import-worker.ts", import.meta.url), {
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  });
}

/** Keeps a worker for the next import. An idle one keeps no process alive. */
function rest(worker: Worker, { megabytes, imports }: { megabytes: number; imports: number }): void {
  if (imports >= IMPORTS_PER_WORKER) {
    void worker.terminate();
    return;
  }
  const forget = (): void => {
    const index = idle.findIndex((each) => each.worker === worker);
    if (index !== -1) idle.splice(index, 1);
    void worker.terminate();
  };
  const timer = setTimeout(forget, IDLE_MILLISECONDS);
  timer.unref();
  worker.on("error", forget).on("exit", forget).unref();
  idle.push({ worker, megabytes, imports, timer, forget });
}
