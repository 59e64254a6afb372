import { Worker } from 'node:worker_threads';
import type { Caseload } from '../core/plan/caseload.ts';
import type { Answers, PackedVisit, Task } from './tasks.ts';

/** A thread that solves one task at a time. */
export interface Thread {
  readonly ready: Promise<void>;
  /**
   * Undefined when the thread was ended or fell over: then there is no more from it. `onBetter` hears of what is found
   * on the way to an answer, of the part that was asked for.
   */
  ask<T extends Task>(task: T, onBetter?: OnBetter): Promise<Answers[T['kind']] | undefined>;
  end(): void;
}

type OnBetter = (visits: readonly PackedVisit[]) => void;

export const startThread = (caseload: Caseload): Thread => {
  const worker = startWorker(caseload);
  let settle: (answer: unknown) => void = () => {};
  let better: OnBetter = () => {};
  let ended = false;
  const next = () =>
    new Promise<unknown>((resolve) => {
      if (ended) resolve(undefined);
      else settle = resolve;
    });
  const ready = next().then(() => {});
  const over = () => {
    ended = true;
    settle(undefined);
  };
  worker.on('message', (message: { better?: readonly PackedVisit[] }) => {
    if (message.better === undefined) settle(message);
    else better(message.better);
  });
  // The solver runs out of memory on some models; the plan goes on without this thread.
  worker.on('error', over);
  worker.on('exit', over);
  return {
    ready,
    ask: async (task, onBetter = () => {}) => {
      await ready;
      better = onBetter;
      const answer = next();
      if (!ended) worker.postMessage(task);
      return answer as never;
    },
    end: () => {
      over();
      void worker.terminate();
    },
  };
};

/** Built, the thread is JavaScript; from source it has to learn TypeScript first, for Node 20 does not inherit it. */
const startWorker = (caseload: Caseload): Worker => {
  const isSource = import.meta.url.endsWith('.ts');
  const options = { workerData: caseload, stdout: false };
  if (!isSource) return new Worker(new URL('./worker.js', import.meta.url), options);
  const program = new URL('./worker.ts', import.meta.url).href;
  const tsx = import.meta.resolve('tsx/esm/api');
  const learn = `import('${tsx}').then(({ register }) => { register(); return import('${program}'); })`;
  return new Worker(learn, { ...options, eval: true });
};
