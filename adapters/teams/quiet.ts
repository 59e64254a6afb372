import { AsyncLocalStorage } from 'node:async_hooks';

const within = new AsyncLocalStorage<'quiet' | 'loud'>();
let installed = false;

/**
 * Runs `work` with `console.error` switched off for it alone. botbuilder prints a stack and the public key for
 * every token it refuses, so a stranger could fill the disk; the refusal is in our own log.
 */
export const quietly = <T>(work: () => Promise<T>): Promise<T> => {
  install();
  return within.run('quiet', work);
};

/** Switches it on again for our own code inside. */
export const loudly = <T>(work: () => Promise<T>): Promise<T> => within.run('loud', work);

const install = (): void => {
  if (installed) return;
  installed = true;
  const target = globalThis.console;
  const print = target.error;
  target.error = (...words: unknown[]): void => {
    if (within.getStore() !== 'quiet') print.apply(target, words);
  };
};
