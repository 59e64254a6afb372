import { AsyncLocalStorage } from 'node:async_hooks';

const within = new AsyncLocalStorage<'quiet' | 'loud'>();
let ours: typeof console.error | undefined;

/**
 * Runs `work` with `console.error` switched off for it alone. botbuilder prints a stack and the public key for
 * every token it refuses, so a stranger could fill the disk.
 */
export const quietly = <T>(work: () => Promise<T>): Promise<T> => {
  install();
  return within.run('quiet', work);
};

/** Switches it on again for our own code inside. */
export const loudly = <T>(work: () => Promise<T>): Promise<T> => within.run('loud', work);

/** Anew when somebody has put another in its place since. */
const install = (): void => {
  const target = globalThis.console;
  const print = target.error;
  if (print === ours) return;
  ours = (...words: unknown[]): void => {
    if (within.getStore() !== 'quiet') print.apply(target, words);
  };
  target.error = ours;
};
