import type { Trx } from './schema.ts';

const read = new WeakMap<Trx, Map<string, Promise<unknown>>>();

/**
 * For what one transaction asks many times and hardly anybody changes, such as a school's bells. Whoever writes it, or
 * waits for somebody who may have, calls `readAnew`.
 */
export const oncePerTransaction = <T>(trx: Trx, key: string, ask: () => Promise<T>): Promise<T> => {
  const answers = read.get(trx) ?? new Map<string, Promise<unknown>>();
  read.set(trx, answers);
  // A key belongs to one question, and so to one type.
  const answer = (answers.get(key) as Promise<T> | undefined) ?? ask();
  answers.set(key, answer);
  return answer;
};

export const readAnew = (trx: Trx): void => void read.delete(trx);
